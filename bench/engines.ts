import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { type Archive, createArchive } from '../src/archive.js';
import type { ArticleInput } from '../src/corpus/article.js';
import { median, timed } from './timing.js';

/** Something that finds passages, to be timed beside the others. */
export interface Engine {
  readonly name: string;
  /** Gets the corpus both ways; the passages are the sentences that Dateline cut, ready to index. */
  build(corpus: EngineCorpus): Promise<(question: string) => unknown>;
}

export interface EngineCorpus {
  readonly articles: readonly ArticleInput[];
  readonly passages: readonly { readonly id: number; readonly text: string }[];
}

/** What an engine took, medians over the runs. */
export interface EngineTimes {
  readonly name: string;
  readonly buildMs: number;
  readonly answerMs: number;
  readonly questions: number;
}

/** All find five passages with misspellings allowed, each set up the way its own documentation does for such text. */
const FOUND = 5;
/** MiniSearch's documentation: an edit distance of a fifth of the term's length. */
const FUZZY = 0.2;

export const ENGINES: readonly Engine[] = [
  {
    // By words alone, as the others are.
    name: 'Dateline',
    async build({ articles }) {
      const archive = await createArchive(articles, { reader: false });
      return (question) => archive.ask(question, { limit: FOUND });
    },
  },
  {
    name: 'MiniSearch',
    async build({ passages }) {
      const index = new MiniSearch({ fields: ['text'], searchOptions: { fuzzy: FUZZY } });
      index.addAll(passages);
      return (question) => index.search(question).slice(0, FOUND);
    },
  },
  {
    name: 'fuse.js',
    async build({ passages }) {
      const fuse = new Fuse(passages, { keys: ['text'], ignoreLocation: true });
      return (question) => fuse.search(question, { limit: FOUND });
    },
  },
  {
    name: 'fuse.js, token search',
    async build({ passages }) {
      const fuse = new Fuse(passages, { keys: ['text'], useTokenSearch: true });
      return (question) => fuse.search(question, { limit: FOUND });
    },
  },
];

/** Body sentences of an archive, numbered: the passages for engines that don't read articles. */
export async function passagesOf(archive: Archive): Promise<EngineCorpus['passages']> {
  const articles = await archive.articles();
  return articles
    .flatMap(({ text, sentences }) => sentences.map(({ start, end }) => text.slice(start, end)))
    .map((text, id) => ({ id, text }));
}

/**
 * Builds and asks an engine several times over.
 * @param patienceMs a run stops asking after so long, for engines that take seconds an answer; at least one is asked
 */
export async function timeEngine(
  engine: Engine,
  corpus: EngineCorpus,
  questions: readonly string[],
  runs: number,
  patienceMs: number,
): Promise<EngineTimes> {
  const builds: number[] = [];
  const answers: number[] = [];
  let asked = 0;
  for (let run = 0; run < runs; run++) {
    const { result: ask, milliseconds } = await timed(() => engine.build(corpus));
    builds.push(milliseconds);
    const times: number[] = [];
    const start = performance.now();
    for (const question of questions) {
      times.push((await timed(() => ask(question))).milliseconds);
      if (performance.now() - start > patienceMs) break;
    }
    answers.push(median(times));
    asked = Math.max(asked, times.length);
  }
  return { name: engine.name, buildMs: median(builds), answerMs: median(answers), questions: asked };
}
