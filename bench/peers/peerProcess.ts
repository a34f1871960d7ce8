/** Measures one engine with one corpus in a process of its own, so that its memory is its own: started by `peers.ts`. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { levelled } from '../../src/evaluation/evaluate.js';
import { readQuestionSet } from '../../src/evaluation/questionSet.js';
import { residentMegabytes } from '../residentMemory.js';
import { percentile, timed } from '../timing.js';
import type { Engine, Find, PeerCorpus } from './engine.js';
import { ENGINES } from './engines.js';
import type { Measured, PeerTask, Quality, Times } from './peerTask.js';

/** Asked before anything is timed, since what runs for the first time is compiled then. */
const WARM_UP = 3;

const task: PeerTask = JSON.parse(process.argv[2] ?? '');
const engine = ENGINES.find(({ name }) => name === task.engine);
if (!engine) throw new Error(`no engine ${task.engine}`);
const lines = (await readFile(task.passages, 'utf8')).split('\n').slice(0, -1);
const corpus: PeerCorpus = { articles: task.articles, passages: lines.map((line) => JSON.parse(line)) };
process.send?.(task.step === 'build' ? await build(engine, corpus) : await start(engine, corpus));
process.disconnect?.();

async function build(built: Engine, corpus: PeerCorpus): Promise<Measured> {
  const { result, milliseconds } = await timed(() => built.build(corpus));
  const questions = JSON.parse(await readFile(task.questions, 'utf8'));
  const times: Record<string, Times> = {};
  let slowest = 0;
  for (const [kind, asked] of Object.entries<string[]>(questions)) {
    const took = await ask(result.find, asked);
    slowest = Math.max(slowest, ...took);
    times[kind] = { p50: percentile(took, 0.5), p99: percentile(took, 0.99), asked: took.length };
    if (slowest > task.tooSlowMs) break;
  }
  const quality: Record<string, Quality> = {};
  for (const set of task.sets) quality[basename(set, '.jsonl')] = await grade(result.find, set);
  // An index that is too big to be kept is built again at each start.
  const keeps = await result.keep?.(task.folder).then(
    () => true,
    () => false,
  );
  return { step: 'build', milliseconds, megabytes: await megabytes(), times, slowest, quality, keeps: keeps ?? false };
}

/** From nothing to the first answer, in a process that has only what was kept. */
async function start({ start: open }: Engine, corpus: PeerCorpus): Promise<Measured> {
  if (!open) throw new Error('keeps nothing');
  const [first = ''] = Object.values<string[]>(JSON.parse(await readFile(task.questions, 'utf8'))).flat();
  const { milliseconds } = await timed(async () => (await open(task.folder, corpus))(first));
  return { step: 'start', milliseconds, megabytes: await megabytes() };
}

/** @returns milliseconds a question; fewer than were asked once patience has run out */
async function ask(find: Find, questions: readonly string[]): Promise<number[]> {
  for (const question of questions.slice(0, WARM_UP)) {
    const { milliseconds } = await timed(() => find(question));
    if (milliseconds > task.tooSlowMs) return [milliseconds];
  }
  const took: number[] = [];
  const begun = performance.now();
  for (const question of questions) {
    took.push((await timed(() => find(question))).milliseconds);
    if (performance.now() - begun > task.patienceMs) break;
  }
  return took;
}

/**
 * Right is a passage that holds a text that answers, or is a part of it: sentences are what the others have, and Dateline may cut two.
 * What Dateline refuses to answer counts as wrong.
 */
async function grade(find: Find, set: string): Promise<Quality> {
  const questions = readQuestionSet(await readFile(set, 'utf8'), set).filter(
    ({ answerable, articles }) => answerable && !articles,
  );
  let [first, firstThree] = [0, 0];
  for (const { q, gold } of questions) {
    const found = (await find(q)).map(levelled);
    const answers = (text: string) => gold.some(({ text: right }) => answersIn(text, levelled(right)));
    if (found.slice(0, 1).some(answers)) first++;
    if (found.slice(0, 3).some(answers)) firstThree++;
  }
  return { questions: questions.length, first: first / questions.length, firstThree: firstThree / questions.length };
}

function answersIn(text: string, right: string): boolean {
  return text.length > 0 && (text.includes(right) || right.includes(text));
}

/** What it needs once garbage is gone. */
async function megabytes(): Promise<number | null> {
  globalThis.gc?.();
  return residentMegabytes(process.pid);
}
