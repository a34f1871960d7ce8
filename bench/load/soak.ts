import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { readQuestionSet } from '../../src/evaluation/questionSet.js';
import { drawTable } from '../../src/terminal/table.js';
import type { BotProcess } from './botProcess.js';
import { startLoadedBot } from './load.js';
import { runLoad } from './loadRun.js';

/** Interactions before the first look at memory: by then everything that is kept is full. */
const SETTLE = { rate: 200, seconds: 15 };
/** Sent so fast, in such rounds, with a look at memory after each. */
const RATE = 400;
const ROUNDS = 5;

/**
 * Sends very many interactions and looks at the bot's heap before, between and after, each time once everything that can be was thrown away.
 * @param interactions in all
 */
export async function measureSoak(questionSet: string, interactions: number): Promise<string> {
  const questions = readQuestionSet(await readFile(questionSet, 'utf8'), questionSet).map(({ q }) => q);
  const questionAt = (n: number) => questions[n % 30] ?? '';
  const { discord, bot, stop } = await startLoadedBot({}, [
    '--expose-gc',
    `--import=data:text/javascript,${encodeURIComponent(HEAP_ON_SIGNAL)}`,
  ]);
  try {
    await runLoad(discord, bot, SETTLE, questionAt);
    const rows = [['sent', 'answered', 'heap, MB', 'resident, MB']];
    const first = await heapMegabytes(bot);
    rows.push(['0', '', first.toFixed(1), '']);
    let [sent, answered, last] = [0, 0, first];
    for (let round = 0; round < ROUNDS; round++) {
      const seconds = Math.ceil(interactions / ROUNDS / RATE);
      const figures = await runLoad(discord, bot, { rate: RATE, seconds }, questionAt);
      sent += figures.sent;
      answered += figures.answered;
      last = await heapMegabytes(bot);
      rows.push([String(sent), String(answered), last.toFixed(1), figures.megabytes?.toFixed(0) ?? '']);
    }
    const growth = ((last - first) / first) * 100;
    return `${drawTable(rows)}\nThe heap after is ${growth >= 0 ? '+' : ''}${growth.toFixed(1)} % of the heap before.`;
  } finally {
    await stop();
  }
}

/** Runs inside the bot: at SIGUSR2 it throws away what it can and says what is left. */
const HEAP_ON_SIGNAL = `process.on('SIGUSR2', () => { gc(); gc(); console.log('HEAP ' + process.memoryUsage().heapUsed); });`;

async function heapMegabytes({ child }: BotProcess): Promise<number> {
  child.kill('SIGUSR2');
  for (;;) {
    const [chunk] = (await once(child.stdout ?? child, 'data')) as [Buffer];
    const bytes = /HEAP (\d+)/.exec(String(chunk))?.[1];
    if (bytes !== undefined) return Number(bytes) / 1e6;
  }
}
