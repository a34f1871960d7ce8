import { relative } from 'node:path';
import type { Logger } from 'pino';
import { loadCommands } from '../commands/parts/load.js';
import type { Archive } from './archive.js';
import { archiveOptions, type Config, ConfigError, idleSettings, readConfig, withDotenv } from './config.js';
import { type LiveArchive, openLiveArchive } from './liveArchive.js';
import { describeCorpus, describeProblems } from './terminal/corpusSummary.js';
import { type TerminalLog, terminalLog } from './terminal/log.js';
import { converse } from './terminal/prompt.js';
import { escapeSteering, styleFor, tame } from './terminal/style.js';

/** A service manager kills after a while: what still hangs by then is given up. */
const STOP_WITHIN_MS = 4_500;
/** The log goes beside what is said to people, so that either can be kept without the other. */
const STANDARD_ERROR = 2;
/** As many problems as fit a screen; `dateline doctor` lists them all. */
const SHOWN_PROBLEMS = 20;

/** The file of settings, in the folder that it is started in. */
const DOTENV = '.env';

const HOW_TO_CONNECT = [
  'Discord is off: DISCORD_TOKEN is not set. To turn it on, copy .env.example to .env, put the token of your bot in it',
  'and start again; README.md has the five steps under "Connect it to Discord".',
].join('\n');

const GREETING = 'Ask about the articles, such as: what did the minister say    (/help for more, Ctrl-D to leave)';

/** Starts, serves until a signal comes or nothing is left to serve, and gives the exit status. */
async function main(stop: AbortSignal): Promise<number> {
  try {
    const config = readConfig(withDotenv(DOTENV, process.env));
    for (const idle of idleSettings(DOTENV)) say(tame(`Look at the settings: ${idle}`));
    const { token } = config.discord;
    const logger = token === null ? null : await openLogger(config);
    const archive = await openCorpus(config, logger ?? terminalLog(config.logLevel, console.error));
    keepUpToDate(archive, token !== null);
    try {
      if (token === null || logger === null) await serveTerminal(archive, stop);
      else await serveDiscord({ token, config, archive, logger, signal: stop });
      return 0;
    } finally {
      await archive.close();
    }
  } catch (error) {
    complain(error);
    return 1;
  }
}

/** Opens the corpus and says what is in it and what its owner should look at. */
async function openCorpus(config: Config, log: TerminalLog): Promise<LiveArchive> {
  const archive = await openLiveArchive(config.corpus, {
    ...archiveOptions(config),
    log,
    onReload: ({ articles }, news) => {
      log.info(`The articles were read again: ${articles} by now.`);
      for (const problem of describeProblems(news.slice(0, SHOWN_PROBLEMS))) log.warn(problem);
    },
    onFault: (error) => log.warn(`The articles stay as they were: ${error instanceof Error ? error.message : error}`),
  });
  const below = relative('', config.corpus);
  const place = tame(below.startsWith('..') ? config.corpus : below);
  say(`Dateline reads ${place}: ${describeCorpus(archive.size, await archive.articles())}`);
  const problems = describeProblems(archive.problems);
  if (problems.length > 0) say('What to look at in it:');
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) say(`- ${problem}`);
  if (problems.length > SHOWN_PROBLEMS)
    say(`- and ${problems.length - SHOWN_PROBLEMS} more, which "dateline doctor" lists`);
  return archive;
}

/**
 * Has a run that lasts read its corpus again when that changes, and a service at SIGHUP. Questions that are piped in are answered from what
 * was there at the start; a terminal that is closed says SIGHUP too, which ends what runs in it.
 */
function keepUpToDate(archive: LiveArchive, isOnDiscord: boolean): void {
  if (!isOnDiscord && !process.stdin.isTTY) return;
  archive.watch().catch((error: unknown) => complain(error));
  if (isOnDiscord && !process.stdout.isTTY) process.on('SIGHUP', () => void archive.reload());
}

/** The log of a run on Discord. That and Discord take a while and memory to load, which a run without should not pay. */
async function openLogger({ logLevel }: Config): Promise<Logger> {
  const { destination, pino } = await import('pino');
  const output = destination({ fd: STANDARD_ERROR, sync: true });
  return pino({ level: logLevel }, { write: (line: string) => output.write(escapeSteering(line)) });
}

/** What a run on Discord is made of. */
interface Serving {
  readonly token: string;
  readonly config: Config;
  readonly archive: Archive;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/**
 * Answers on Discord until the signal.
 * @throws DiscordError when it cannot connect, or when Discord ends the connection for good
 */
async function serveDiscord({ token, config, archive, logger, signal }: Serving): Promise<void> {
  const { connectDiscord } = await import('./discord/connect.js');
  let lose: (error: Error) => void = () => {};
  const end = new Promise<null>((resolve, reject) => {
    lose = reject;
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  // It may come before anybody waits for it, which Node would take for an error that nobody handles.
  end.catch(() => {});

  const connecting = connectDiscord({
    config: { ...config.discord, token },
    archive,
    commands: await loadCommands(),
    logger,
    onLost: (error) => lose(error),
  });
  const connection = await Promise.race([connecting, end]);
  if (!connection) return;
  say(`Dateline is on Discord. To add it to a server, open ${connection.inviteLink}`);
  sayReady();
  void archive.readAhead();
  try {
    await end;
  } finally {
    await connection.close();
  }
}

/** Answers what is typed or piped in, until it ends or the signal. */
async function serveTerminal(archive: Archive, signal: AbortSignal): Promise<void> {
  const { stdin: input, stdout: output } = process;
  const commands = await loadCommands();
  const interactive = Boolean(input.isTTY && output.isTTY);
  say(HOW_TO_CONNECT);
  sayReady();
  if (interactive) say(`\n${GREETING}\n`);
  // What is piped in is few questions, which seldom ask for quotes.
  if (interactive) void archive.readAhead();
  const style = styleFor(output, process.env);
  const asked = await converse({ archive, commands, input, output, interactive, style, signal });
  // Or an open pipe would keep the process, though nobody reads it any more.
  input.destroy();
  if (asked === 0 && !interactive && !signal.aborted) {
    say('There is nothing to do: no DISCORD_TOKEN to connect with and no question on standard input.');
  }
}

function sayReady(): void {
  say(`Dateline is ready, ${Math.round(performance.now())} ms after its start.`);
}

function complain(error: unknown): void {
  if (error instanceof ConfigError) {
    console.error('The settings in .env or in the environment need mending:');
    for (const problem of error.problems) console.error(tame(`- ${problem}`));
    return;
  }
  console.error(tame(error instanceof Error ? error.message : String(error)));
}

/** Prints a line for the person who starts it. */
function say(line: string): void {
  console.log(line);
}

const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    stop.abort();
    setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
  });
}
process.exitCode = await main(stop.signal);
// What a stop or a fault leaves half done, such as a connection not yet made, is not waited for.
if (stop.signal.aborted || process.exitCode !== 0) process.exit();
