import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { readQuestionSet } from '../../src/evaluation/questionSet.js';
import { drawTable } from '../../src/terminal/table.js';
import { type BotProcess, startBotProcess } from './botProcess.js';
import { type LightDiscord, startLightDiscord } from './lightDiscord.js';
import { type LoadFigures, runLoad } from './loadRun.js';

/** A bot on a Discord that only carries. */
export interface LoadedBot {
  readonly discord: LightDiscord;
  readonly bot: BotProcess;
  stop(): Promise<void>;
}

/** What many ask about one event, over and over. */
const HOT_QUESTIONS = 20;
/** A process that was just started is slow for its first hundreds of answers. */
const WARM_UP = { rate: 50, seconds: 5 };

/** Starts the bot and waits until it takes commands. @throws Error with what it said when it does not in 30 s */
export async function startLoadedBot(
  environment: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<LoadedBot> {
  const discord = await startLightDiscord();
  const bot = startBotProcess(discord, environment, flags);
  const end = performance.now() + 30_000;
  while (!(discord.isReady() && /commands (registered|are up to date)/.test(bot.output()))) {
    if (performance.now() > end || bot.child.exitCode !== null) {
      bot.child.kill('SIGKILL');
      await discord.stop();
      throw new Error(`the bot did not start:\n${bot.output()}`);
    }
    await sleep(50);
  }
  return {
    discord,
    bot,
    async stop() {
      await bot.end();
      await discord.stop();
    },
  };
}

/**
 * Measures how the bot does under load: at rates that it holds and at one that it cannot, and after that.
 * @param questionSet path of the questions
 * @param share of the full times; 1 takes some five minutes
 */
export async function measureLoad(questionSet: string, share: number): Promise<string> {
  const questions = readQuestionSet(await readFile(questionSet, 'utf8'), questionSet).map(({ q }) => q);
  const among = (count: number) => (n: number) => questions[n % count] ?? '';
  const [hot, cold] = [among(HOT_QUESTIONS), among(questions.length)];
  const seconds = (full: number) => Math.max(2, Math.round(full * share));
  const rows: [string, LoadFigures][] = [];
  const measure = async (what: string, { discord, bot }: LoadedBot, rate: number, full: number, ask = hot) => {
    rows.push([what, await runLoad(discord, bot, { rate, seconds: seconds(full) }, ask)]);
  };

  const byWords = await startLoadedBot();
  try {
    await runLoad(byWords.discord, byWords.bot, WARM_UP, hot);
    await measure(`${HOT_QUESTIONS} questions over and over`, byWords, 500, 60);
    await measure('far too many', byWords, 5_000, 20);
    await measure('a second later', byWords, 100, 5);
    for (const rate of [50, 100, 150, 200, 250]) await measure('each another question', byWords, rate, 10, cold);
  } finally {
    await byWords.stop();
  }
  const reading = await startLoadedBot({ READER: 'on' });
  try {
    await sleep(2_000);
    await runLoad(reading.discord, reading.bot, WARM_UP, hot);
    for (const rate of [2, 4, 10, 50, 100, 200])
      await measure('with the reader, each another', reading, rate, 10, cold);
    await measure(`with the reader, ${HOT_QUESTIONS} over and over`, reading, 500, 20);
  } finally {
    await reading.stop();
  }
  return drawFigures(rows);
}

function drawFigures(rows: readonly (readonly [string, LoadFigures])[]): string {
  const heads = [
    '',
    'a second',
    'sent',
    'answered',
    'too busy',
    'no word',
    'after 3 s',
    'twice',
    'p50',
    'p99',
    'slowest',
    'MB',
  ];
  const lines = rows.map(([what, figures]) => [
    what,
    String(figures.rate),
    String(figures.sent),
    String(figures.answered),
    String(figures.declined),
    String(figures.silent),
    String(figures.late),
    String(figures.doubled),
    figures.median.toFixed(1),
    figures.p99.toFixed(0),
    figures.slowest.toFixed(0),
    figures.megabytes?.toFixed(0) ?? '',
  ]);
  return drawTable([heads, ...lines]);
}
