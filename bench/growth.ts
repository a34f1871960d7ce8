import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../src/archive.js';
import type { ArticleInput } from '../src/corpus/article.js';
import { CorpusKeeper } from '../src/corpusKeeper.js';
import { openLiveArchive } from '../src/liveArchive.js';
import { drawTable } from '../src/terminal/table.js';
import { makeSyntheticCorpus } from './syntheticCorpus.js';
import { drawMilliseconds, median, timed } from './timing.js';

/** Articles added each way. */
const ADDED = 20;
const QUESTIONS = 50;
/** Articles in one file: a folder of 50,000 files takes longer to make than to read. */
const PER_FILE = 1_000;
const BY_WORDS = { reader: false } as const;

/** What adding articles to a live archive came to, in milliseconds. */
export interface GrowthTimes {
  readonly passages: number;
  readonly openMs: number;
  /** From being told of a file that is there until a question finds it. */
  readonly told: readonly number[];
  /** From having an article's bytes until a question finds it: checked against all others, put into the folder, and told of. */
  readonly kept: readonly number[];
  /** Reading the whole folder again, as it is then. */
  readonly wholeMs: number;
  readonly asked: number;
  /** Questions whose answer was another when everything was read at once. */
  readonly different: number;
}

/** Adds articles to a live archive of made-up ones. @param passages sentences of the archive */
export async function measureGrowth(passages: number): Promise<GrowthTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-growth-'));
  try {
    const { articles, questions } = makeSyntheticCorpus(passages + 2 * ADDED * 20, QUESTIONS);
    const fresh = articles.splice(articles.length - 2 * ADDED);
    for (let at = 0; at < articles.length; at += PER_FILE) {
      const lines = articles.slice(at, at + PER_FILE).map((article) => JSON.stringify(article));
      await writeFile(join(folder, `a-${String(at).padStart(8, '0')}.jsonl`), lines.join('\n'));
    }
    return await measureIn(folder, fresh, questions, articles.length);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measureIn(
  folder: string,
  fresh: readonly ArticleInput[],
  questions: readonly string[],
  articles: number,
): Promise<GrowthTimes> {
  const options = { ...BY_WORDS, snapshots: null, leastArticles: 1 };
  const { result: live, milliseconds: openMs } = await timed(() => openLiveArchive(folder, options));
  const { passages } = live.size;
  await live.articles();
  const log = () => undefined;
  const keeper = new CorpusKeeper({ archive: live, corpus: folder, allowFetch: false, servers: null, log });
  const told: number[] = [];
  const kept: number[] = [];
  for (const [i, { text, title, published }] of fresh.entries()) {
    // Sorted behind the others, as a full reading sorts them by name.
    const name = `z-${String(i).padStart(4, '0')}.txt`;
    const word = `qyzzu${'abcdefghij'.charAt(i % 10)}${'klmnopqrst'.charAt(Math.floor(i / 10))}um`;
    const written = `date ${published}\n\n${title}\n\n${text} The ${word} came.`;
    const find = async () => {
      const { excerpts } = await live.ask(`what about the ${word}`);
      if (!JSON.stringify(excerpts).includes(word)) throw new Error(`${name} is not found`);
    };
    // What was left over of the one before is not this one's.
    globalThis.gc?.();
    if (i % 2 === 0) {
      await writeFile(join(folder, name), written);
      told.push((await timed(() => live.add([name]).then(find))).milliseconds);
    } else {
      const add = () => keeper.addFile(name, Buffer.from(written), 'terminal');
      kept.push((await timed(() => add().then(find))).milliseconds);
    }
  }
  if (live.size.articles !== articles + fresh.length) throw new Error('an article was not added');
  const answers: string[] = [];
  for (const question of questions) answers.push(JSON.stringify(await live.ask(question)));
  await live.close();
  const { result: whole, milliseconds: wholeMs } = await timed(() => openArchive(folder, options));
  let different = 0;
  for (const [i, question] of questions.entries())
    if (JSON.stringify(await whole.ask(question)) !== answers[i]) different++;
  await whole.close();
  return { passages, openMs, told, kept, wholeMs, asked: questions.length, different };
}

export function drawGrowthTimes({ passages, openMs, told, kept, wholeMs, asked, different }: GrowthTimes): string {
  const row = (what: string, times: readonly number[]) => [
    what,
    drawMilliseconds(median(times)),
    drawMilliseconds(Math.max(...times)),
  ];
  const table = drawTable([
    ['', 'median', 'slowest'],
    ['the folder read', drawMilliseconds(openMs), ''],
    row(`a file told of, until it is found (${told.length})`, told),
    row(`an article to be added, until it is found (${kept.length})`, kept),
    ['the folder read again', drawMilliseconds(wholeMs), ''],
  ]);
  return `${passages} passages\n${table}\n${different} of ${asked} answers differ from those of the folder read again`;
}
