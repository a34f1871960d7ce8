import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startDiscord } from '../tests/discord/server.js';
import { residentMegabytes } from './residentMemory.js';
import { median } from './timing.js';

/** Milliseconds from Discord sending an interaction to having the bot's answer, over loopback. */
export interface DiscordLatency {
  readonly runs: number;
  readonly median: number;
  readonly max: number;
  /** The bot's resident set after the last answer, in units of 10⁶ bytes; null where the system has no /proc. */
  readonly megabytes: number | null;
}

const MAIN = fileURLToPath(new URL('../app/main.cjs', import.meta.url));

/**
 * Starts the built bot as its own process, connected to the local Discord, and runs /ask with one question after another,
 * around again when they run out. The clock is the local Discord's and includes its own work on both ends, so that the
 * bot's part is less than what this says.
 * @param corpus absolute path
 * @throws Error when the bot ends early or an answer does not come, with what the bot said
 */
export async function measureDiscordLatency(
  corpus: string,
  questions: readonly string[],
  runs: number,
): Promise<DiscordLatency> {
  const discord = await startDiscord();
  const bot = spawn(process.execPath, [MAIN], {
    // Away from the project, so that nobody's .env is read.
    cwd: tmpdir(),
    env: {
      PATH: process.env.PATH,
      CORPUS: corpus,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      PORT: '0',
      // One person asks everything.
      RATE_LIMIT_USER: '0',
      RATE_LIMIT_SERVER: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(bot, 'close');
  const said: string[] = [];
  for (const output of [bot.stdout, bot.stderr]) output.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  try {
    const isUp = () => discord.connected() > 0 && discord.commands().some(({ name }) => name === 'ask');
    const ended = exited.then(() => {
      throw new Error('the bot ended');
    });
    await Promise.race([discord.until(isUp, 'the bot has not registered /ask'), ended]);
    for (let run = 0; run < runs; run++)
      await discord.runCommand('ask', { question: questions[run % questions.length] ?? '' });
    const times = discord.interactions.flatMap(({ answeredAfter }) => answeredAfter ?? []);
    return {
      runs: times.length,
      median: median(times),
      max: Math.max(...times),
      megabytes: await residentMegabytes(bot.pid),
    };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}; the bot said:\n${said.join('')}`, {
      cause: error,
    });
  } finally {
    bot.kill();
    await exited;
    await discord.stop();
  }
}
