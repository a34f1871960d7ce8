import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../commands/parts/command.js';
import { loadCommands } from '../commands/parts/load.js';
import type { Archive } from '../src/archive.js';
import type { Article } from '../src/corpus/article.js';
import { openLiveArchive } from '../src/liveArchive.js';
import { watchLoop } from './loopWatch.js';
import { median } from './timing.js';

/** One kind of work, done several times over. */
export interface Blocking {
  readonly what: string;
  readonly runs: number;
  /** In milliseconds. */
  readonly median: number;
  readonly slowest: number;
  /** The longest time for which nothing else could run, in milliseconds. */
  readonly longestBlock: number;
  /** The same by the time that the thread itself worked, which another process on the machine does not lengthen. */
  readonly longestWorked: number;
  /** What the slowest of them worked. */
  readonly mostWorked: number;
}

/** Articles whose titles and first lines are asked for, spread over the corpus. */
const ASKED = 20;
/** What is typed of a speaker's name before anybody picks one. */
const TYPED = ['', 'a', 'jo', 'biden', 'minstr'];

/**
 * Opens a corpus as the bot does and asks it what members ask: how long each takes, and for how long it keeps the process from all else.
 * By words alone: the reader has a thread of its own.
 * @param where a folder or a `.jsonl` file
 */
export async function measureBlocking(where: string): Promise<Blocking[]> {
  const rows: Blocking[] = [];
  const measure = async (what: string, work: readonly (() => Promise<unknown>)[]): Promise<void> => {
    const watched = [];
    for (const one of work) watched.push(await watchLoop(one));
    const times = watched.map(({ milliseconds }) => milliseconds);
    rows.push({
      what,
      runs: work.length,
      median: median(times),
      slowest: Math.max(...times),
      mostWorked: Math.max(...watched.map(({ worked }) => worked)),
      longestBlock: Math.max(...watched.map((one) => one.longestBlock)),
      longestWorked: Math.max(...watched.map(({ longestWorked }) => longestWorked)),
    });
  };

  const folder = await mkdtemp(join(tmpdir(), 'dateline-blocking-'));
  const open = () => openLiveArchive(where, { reader: false, snapshots: folder });
  await measure('start', [async () => (await open()).close()]);
  await measure('start again', [async () => (await open()).close()]);
  const archive = await open();
  const commands = await loadCommands();
  const run = (name: string, options: Readonly<Record<string, string>>) => () =>
    runCommand(commands, name, options, archive);
  const asked = sample(await archive.articles());
  const titles = asked.map(({ title }) => title);
  const lines = asked.map(({ text, sentences: [first] }) => (first ? text.slice(first.start, first.end) : ''));
  const [name = 'Nobody'] = titles;

  await measure('first ask', [run('ask', { question: name })]);
  await measure('first timeline', [run('timeline', { topic: name })]);
  await measure('first compare', [run('compare', { topic: name })]);
  await measure('first Find in sources', [run('Find in sources', { text: name })]);
  await measure('first quote, before quotes are read', [run('quote', { speaker: 'Biden' })]);
  await measure('reading ahead', [() => archive.readAhead()]);
  const speakers = (await archive.speakers()).slice(0, ASKED).map((speaker) => speaker.name);
  await measure(
    'ask',
    titles.map((question) => run('ask', { question })),
  );
  await measure(
    'quote',
    speakers.map((speaker) => run('quote', { speaker })),
  );
  await measure(
    'quote about',
    speakers.map((speaker) => run('quote', { speaker, about: 'money' })),
  );
  await measure(
    'timeline',
    titles.map((topic) => run('timeline', { topic })),
  );
  await measure(
    'compare',
    titles.map((topic) => run('compare', { topic })),
  );
  await measure(
    'Find in sources',
    lines.map((text) => run('Find in sources', { text })),
  );
  await measure(
    'speaker, typed',
    TYPED.map((typed) => () => suggest(commands, 'speaker', typed, archive)),
  );
  await measure(
    'about, typed',
    TYPED.map((typed) => () => suggest(commands, 'about', typed, archive)),
  );
  await measure(
    'source, typed',
    TYPED.map((typed) => () => suggest(commands, 'source', typed, archive)),
  );
  await measure('sources', [run('sources', {}), run('sources', {})]);
  await measure('reload', [() => archive.reload()]);
  await archive.close();
  await rm(folder, { recursive: true });
  return rows;
}

function sample(articles: readonly Article[]): Article[] {
  const step = Math.max(1, Math.floor(articles.length / ASKED));
  return articles.filter((_, i) => i % step === 0).slice(0, ASKED);
}

async function runCommand(
  commands: readonly Command[],
  name: string,
  options: Readonly<Record<string, string>>,
  archive: Archive,
): Promise<void> {
  await commands
    .find((command) => command.name === name)
    ?.run({ options: { ...options, private: false }, archive, commands });
}

async function suggest(commands: readonly Command[], option: string, typed: string, archive: Archive): Promise<void> {
  const declared = commands.find(({ name }) => name === 'quote')?.options[option];
  if (declared?.kind === 'text') await declared.suggest?.({ typed, others: {}, archive });
}
