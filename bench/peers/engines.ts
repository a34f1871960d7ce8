import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive } from '../../src/archive.js';
import { type BuiltEngine, type Engine, type Find, FOUND, type PeerCorpus } from './engine.js';

/** MiniSearch's documentation: an edit distance of a fifth of the term's length. */
const FUZZY = 0.2;
/** Shorter words are not searched with an edit: each would be another word. */
const SHORTEST_MISSPELT = 4;
/** Passages that are indexed in one call or one transaction. */
const BATCH = 10_000;
const INDEX = 'index.json';

const WORD = /[\p{L}\p{N}]+/gu;

/** The passages that an engine found by their numbers. */
function textsOf(passages: readonly string[], numbers: Iterable<unknown>): string[] {
  return Array.from(numbers, (number) => passages[Number(number)] ?? '').slice(0, FOUND);
}

function wordsOf(question: string): string[] {
  return question.toLowerCase().match(WORD) ?? [];
}

/**
 * Dateline reads articles, and cuts, dates and quotes them; by words alone here, as the others know nothing else.
 * What it kept lies beside the articles, so that building and starting are one call.
 */
const dateline: Engine = {
  name: 'Dateline',
  async build({ articles }) {
    const archive = await openArchive(articles, { reader: false });
    return { find: datelineFind(archive), keep: () => archive.close() };
  },
  async start(_folder, { articles }) {
    return datelineFind(await openArchive(articles, { reader: false }));
  },
};

function datelineFind(archive: Archive): Find {
  return async (question) => (await archive.ask(question, { limit: FOUND })).excerpts.map(({ text }) => text);
}

const miniSearch: Engine = {
  name: 'MiniSearch',
  async build({ passages }) {
    const { default: MiniSearch } = await import('minisearch');
    const index = new MiniSearch(MINISEARCH);
    index.addAll(passages.map((text, id) => ({ id, text })));
    return {
      find: (question) =>
        textsOf(
          passages,
          index.search(question).map(({ id }) => id),
        ),
      keep: async (folder) => writeFile(join(folder, INDEX), JSON.stringify(index)),
    };
  },
  async start(folder, { passages }) {
    const { default: MiniSearch } = await import('minisearch');
    const index = MiniSearch.loadJSON(await readFile(join(folder, INDEX), 'utf8'), MINISEARCH);
    return (question) =>
      textsOf(
        passages,
        index.search(question).map(({ id }) => id),
      );
  },
};

const MINISEARCH = { fields: ['text'], searchOptions: { fuzzy: FUZZY } };

/** Its own encoder for Latin letters, which levels some misspellings; `suggest` finds passages that lack some of the words. */
const flexSearch: Engine = {
  name: 'FlexSearch',
  async build({ passages }) {
    const index = await flexIndex();
    for (const [id, text] of passages.entries()) index.add(id, text);
    return { find: flexFind(index, passages) };
  },
};

async function flexIndex() {
  const { Index, Charset } = await import('flexsearch');
  return new Index({ tokenize: 'strict', encoder: Charset.LatinBalance });
}

function flexFind(index: Awaited<ReturnType<typeof flexIndex>>, passages: readonly string[]): Find {
  return (question) => textsOf(passages, index.search(question, { limit: FOUND, suggest: true }) as number[]);
}

const orama: Engine = {
  name: 'Orama',
  async build({ passages }) {
    const { create, insertMultiple, save } = await import('@orama/orama');
    const index = create({ schema: { text: 'string' } as const });
    await insertMultiple(
      index,
      passages.map((text) => ({ text })),
      BATCH,
    );
    return {
      find: await oramaFind(index),
      keep: async (folder) => writeFile(join(folder, INDEX), JSON.stringify(save(index))),
    };
  },
  async start(folder) {
    const { create, load } = await import('@orama/orama');
    const index = create({ schema: { text: 'string' } as const });
    load(index, JSON.parse(await readFile(join(folder, INDEX), 'utf8')));
    return oramaFind(index);
  },
};

async function oramaFind(index: import('@orama/orama').AnyOrama): Promise<Find> {
  const { search } = await import('@orama/orama');
  return async (term) => {
    const { hits } = await search(index, { term, limit: FOUND, tolerance: 1 });
    return hits.map(({ document }) => String(document.text));
  };
}

const lunr: Engine = {
  name: 'lunr',
  async build({ passages }) {
    const { default: lunr } = await import('lunr');
    const index = lunr(function () {
      this.field('text');
      for (const [id, text] of passages.entries()) this.add({ id: String(id), text });
    });
    return {
      find: lunrFind(index, passages),
      keep: async (folder) => writeFile(join(folder, INDEX), JSON.stringify(index)),
    };
  },
  async start(folder, { passages }) {
    const { default: lunr } = await import('lunr');
    return lunrFind(lunr.Index.load(JSON.parse(await readFile(join(folder, INDEX), 'utf8'))), passages);
  },
};

function lunrFind(index: import('lunr').Index, passages: readonly string[]): Find {
  return (question) => {
    const found = index.query((query) => {
      for (const word of wordsOf(question))
        query.term(word, { editDistance: word.length < SHORTEST_MISSPELT ? 0 : 1, usePipeline: true });
    });
    return textsOf(
      passages,
      found.slice(0, FOUND).map(({ ref }) => ref),
    );
  };
}

/** Stems and ranks by BM25; it knows no misspellings. */
const sqlite: Engine = {
  name: 'SQLite FTS5',
  async build({ passages }) {
    // It keeps its index in a file anyway.
    const folder = await mkdtemp(join(tmpdir(), 'dateline-fts5-'));
    const file = join(folder, 'passages.sqlite');
    const database = await openSqlite(file);
    database.exec(`CREATE VIRTUAL TABLE passage USING fts5(text, tokenize = 'porter unicode61')`);
    for (let from = 0; from < passages.length; from += BATCH) {
      database.exec('BEGIN');
      const insert = database.prepare('INSERT INTO passage(text) VALUES (?)');
      for (const text of passages.slice(from, from + BATCH)) insert.run([text]);
      insert.finalize();
      database.exec('COMMIT');
    }
    return {
      find: sqliteFind(database),
      keep: async (to) => {
        await cp(file, join(to, 'passages.sqlite'));
        await rm(folder, { recursive: true });
      },
    };
  },
  async start(folder) {
    return sqliteFind(await openSqlite(join(folder, 'passages.sqlite')));
  },
};

async function openSqlite(file: string) {
  const { default: sqlite3 } = await import('node-sqlite3-wasm');
  return new sqlite3.Database(file);
}

function sqliteFind(database: Awaited<ReturnType<typeof openSqlite>>): Find {
  const select = database.prepare('SELECT text FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?');
  return (question) => {
    const words = wordsOf(question).map((word) => `"${word}"`);
    return select.all([words.join(' OR '), FOUND]).map((row) => String(row.text));
  };
}

function fuse(name: string, options: { readonly useTokenSearch?: boolean; readonly ignoreLocation?: boolean }): Engine {
  return {
    name,
    async build({ passages }: PeerCorpus): Promise<BuiltEngine> {
      const { default: Fuse } = await import('fuse.js');
      const index = new Fuse(passages, options);
      return { find: (question) => index.search(question, { limit: FOUND }).map(({ item }) => item) };
    },
  };
}

/** All find five passages with misspellings allowed where they can, each set up as its own documentation has it for such text. */
export const ENGINES: readonly Engine[] = [
  dateline,
  miniSearch,
  flexSearch,
  orama,
  lunr,
  sqlite,
  fuse('fuse.js', { ignoreLocation: true }),
  fuse('fuse.js, token search', { useTokenSearch: true }),
];
