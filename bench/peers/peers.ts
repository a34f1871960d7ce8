import { fork } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createArchive, openArchive } from '../../src/archive.js';
import type { Article } from '../../src/corpus/article.js';
import { readQuestionSet } from '../../src/evaluation/questionSet.js';
import { makeSyntheticCorpus } from '../syntheticCorpus.js';
import { ENGINES } from './engines.js';
import type { BuildMeasured, Measured, PeerTask, StartMeasured } from './peerTask.js';
import { longQuestions, misspell } from './questions.js';

/** As many questions of each kind: the slowest in a hundred is then more than one. */
const QUESTIONS = 200;
/** A question that takes longer than Discord waits: the engine is left out at that size, and at greater ones. */
const TOO_SLOW_MS = 3_000;
const PATIENCE_MS = 30_000;
/** An engine that builds longer is left out. */
const BUILD_WITHIN_MS = 15 * 60_000;
/** A million passages are several gigabytes in some. */
const HEAP_MEGABYTES = 12_000;

const PROCESS = fileURLToPath(new URL('peerProcess.js', import.meta.url));

/** What an engine came to with a corpus. */
export interface PeerRow {
  readonly passages: number;
  readonly engine: string;
  readonly build: BuildMeasured | null;
  /** Null: it keeps nothing, or could not. */
  readonly start: StartMeasured | null;
  /** Why it is left out; null when it is not. */
  readonly leftOut: string | null;
}

/** A corpus on disk, as every engine gets it. */
type Prepared = Pick<PeerTask, 'articles' | 'passages' | 'questions' | 'sets'> & { readonly size: number };

/** What is measured. */
export interface PeerOptions {
  /** The folder of articles that is the smallest corpus. */
  readonly seeds: string;
  /** Passages of the made-up corpora. */
  readonly sizes: readonly number[];
  /** Question sets about the seeds. */
  readonly sets: readonly string[];
  /** Engines; all when it is empty. */
  readonly only: readonly string[];
  /** Told what is measured next, and what was left out, since it takes long. */
  readonly onStep: (step: string) => void;
}

/** Measures every engine at every size, each in a process of its own, one after the other. */
export async function measurePeers({ seeds, sizes, sets, only, onStep }: PeerOptions): Promise<PeerRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-peers-'));
  const rows: PeerRow[] = [];
  const leftOut = new Set<string>();
  try {
    for (const size of [null, ...sizes]) {
      const place = await mkdtemp(join(folder, 'corpus-'));
      const corpus = size === null ? await prepareSeeds(seeds, sets, place) : await prepareMadeUp(size, place);
      for (const { name } of ENGINES) {
        if (leftOut.has(name) || (only.length > 0 && !only.includes(name))) continue;
        onStep(`${corpus.size} passages, ${name} …`);
        const row = await measureEngine(name, corpus, place);
        if (row.leftOut !== null) {
          leftOut.add(name);
          onStep(`  left out from here on: ${row.leftOut}`);
        }
        rows.push(row);
      }
      await rm(place, { recursive: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return rows;
}

async function measureEngine(engine: string, corpus: Prepared, place: string): Promise<PeerRow> {
  const kept = join(place, `kept-${ENGINES.findIndex(({ name }) => name === engine)}`);
  await mkdir(kept);
  const task = { ...corpus, engine, folder: kept, tooSlowMs: TOO_SLOW_MS, patienceMs: PATIENCE_MS };
  const row = { passages: corpus.size, engine };
  try {
    const build = await measureStep({ ...task, step: 'build' });
    if (build.step !== 'build') throw new Error('measured something else');
    if (build.slowest > TOO_SLOW_MS) {
      const seconds = (build.slowest / 1_000).toFixed(1);
      return { ...row, build, start: null, leftOut: `a question took ${seconds} s` };
    }
    const start = build.keeps ? await measureStep({ ...task, step: 'start' }) : null;
    return { ...row, build, start: start?.step === 'start' ? start : null, leftOut: null };
  } catch (error) {
    return { ...row, build: null, start: null, leftOut: error instanceof Error ? error.message : String(error) };
  } finally {
    await rm(kept, { recursive: true, force: true });
  }
}

function measureStep(task: PeerTask): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(PROCESS, [JSON.stringify(task)], {
      execArgv: ['--expose-gc', `--max-old-space-size=${HEAP_MEGABYTES}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += String(chunk);
    });
    const timer = setTimeout(() => {
      said = `it took longer than ${BUILD_WITHIN_MS / 60_000} minutes`;
      child.kill('SIGKILL');
    }, BUILD_WITHIN_MS);
    let measured: Measured | null = null;
    child.on('message', (message) => {
      measured = message as Measured;
    });
    child.on('close', () => {
      clearTimeout(timer);
      if (measured) resolve(measured);
      else reject(new Error(/heap out of memory/.test(said) ? 'its memory ran out' : lastLine(said)));
    });
  });
}

function lastLine(said: string): string {
  return /^\w*Error: .*$/m.exec(said)?.[0] ?? said.trim().split('\n').at(-1) ?? 'it ended';
}

/** The four articles, with the questions of the sets as plain ones. */
async function prepareSeeds(seeds: string, sets: readonly string[], place: string): Promise<Prepared> {
  const archive = await openArchive(seeds, { reader: false });
  const passages = passagesOf(await archive.articles());
  await archive.close();
  const plain: string[] = [];
  for (const set of sets)
    plain.push(
      ...readQuestionSet(await readFile(set, 'utf8'), set)
        .filter(({ articles }) => !articles)
        .map(({ q }) => q),
    );
  return { articles: seeds, sets, ...(await write(place, passages, plain)) };
}

async function prepareMadeUp(size: number, place: string): Promise<Prepared> {
  const { articles, questions } = makeSyntheticCorpus(size, QUESTIONS);
  const file = join(place, 'articles.jsonl');
  const chunks: string[] = [];
  for (const article of articles) chunks.push(`${JSON.stringify(article)}\n`);
  await writeFile(file, chunks);
  const passages: string[] = [];
  // A few at a time, so that this process stays small beside the one that it measures.
  for (let from = 0; from < articles.length; from += 1_000) {
    const archive = await createArchive(articles.slice(from, from + 1_000), { reader: false });
    for (const passage of passagesOf(await archive.articles())) passages.push(passage);
    await archive.close();
  }
  return { articles: file, sets: [], ...(await write(place, passages, questions)) };
}

/** The sentences of articles. */
function passagesOf(articles: readonly Article[]): string[] {
  return articles.flatMap(({ text, sentences }) => sentences.map(({ start, end }) => text.slice(start, end)));
}

async function write(
  place: string,
  texts: readonly string[],
  plain: readonly string[],
): Promise<Pick<Prepared, 'passages' | 'questions' | 'size'>> {
  const [passages, questions] = [join(place, 'passages.jsonl'), join(place, 'questions.json')];
  await writeFile(
    passages,
    texts.map((text) => `${JSON.stringify(text)}\n`),
  );
  const kinds = { plain, misspelt: plain.map(misspell), long: longQuestions(texts, QUESTIONS) };
  await writeFile(questions, JSON.stringify(kinds));
  return { passages, questions, size: texts.length };
}
