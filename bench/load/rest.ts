import { setTimeout as sleep } from 'node:timers/promises';
import { drawTable } from '../../src/terminal/table.js';
import { type LocalDiscord, startDiscord } from '../../tests/discord/server.js';
import type { Trouble } from '../../tests/discord/troubles.js';
import { startBotProcess } from './botProcess.js';

const CALLBACK = /callback$/;
const ASKED = 20;
const STARTED_WITHIN_MS = 30_000;

/** What goes wrong with a first answer, and whether an answer can still be there in Discord's 3 s. */
const TROUBLES: readonly (readonly [string, Trouble])[] = [
  ['429 on the route, for 0.3 s', { status: 429, retryAfter: 0.3, path: CALLBACK }],
  ['429 for everything, for 0.3 s', { status: 429, retryAfter: 0.3, isGlobal: true, path: CALLBACK }],
  ['429 for longer than Discord waits', { status: 429, retryAfter: 4, path: CALLBACK }],
  ['500', { status: 500, path: CALLBACK }],
  ['502', { status: 502, path: CALLBACK }],
  ['503, twice', { status: 503, times: 2, path: CALLBACK }],
  ['connection cut before anything was read', { cut: 'before', path: CALLBACK }],
  ['connection cut after it was taken', { cut: 'after', path: CALLBACK }],
  ['taken, and confirmed after 2.9 s', { confirmAfter: 2_900, path: CALLBACK }],
  ['taken after 2.9 s', { delay: 2_900, path: CALLBACK }],
  ['taken after 4 s', { delay: 4_000, path: CALLBACK }],
];

/** Has each kind of trouble meet answers, one after another, and counts what people saw. */
export async function measureRest(share: number): Promise<string> {
  const discord = await startDiscord();
  const bot = startBotProcess(discord);
  const rows = [['', 'asked', 'answered', 'in 3 s', 'shown twice', 'refused as second']];
  try {
    await discord.until(() => /commands registered/.test(bot.output()), 'the bot did not start', STARTED_WITHIN_MS);
    for (const [name, trouble] of TROUBLES) rows.push(await meet(discord, name, trouble, Math.ceil(ASKED * share)));
    return `${drawTable(rows)}\nThe bot goes on: ${bot.child.exitCode === null ? 'yes' : 'no'}.`;
  } finally {
    bot.child.kill('SIGKILL');
    await discord.stop();
  }
}

async function meet(discord: LocalDiscord, name: string, trouble: Trouble, count: number): Promise<string[]> {
  const before = { interactions: discord.interactions.length, rejected: discord.rejected().length };
  const messagesBefore = discord.world.messages.size;
  let answered = 0;
  for (let time = 0; time < count; time++) {
    discord.failNext(trouble);
    const reply = await discord.runCommand('ask', { question: 'who met Kim' }).catch(() => null);
    answered += Number(reply !== null);
    await sleep(50);
  }
  // What is tried again late would show by now.
  await sleep(2_000);
  const asked = discord.interactions.slice(before.interactions);
  const inTime = asked.filter(({ answeredAfter }) => answeredAfter !== null && answeredAfter <= 3_000).length;
  const shown = discord.world.messages.size - messagesBefore;
  const refused = discord.rejected().length - before.rejected;
  return [name, String(count), String(answered), String(inTime), String(Math.max(0, shown - count)), String(refused)];
}
