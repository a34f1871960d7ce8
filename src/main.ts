import { once } from 'node:events';
import { relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Command } from '../commands/parts/command.js';
import { loadCommands } from '../commands/parts/load.js';
import type { Archive } from './archive.js';
import { archiveOptions, type Config, ConfigError, idleSettings, readConfig, withDotenv } from './config.js';
import type { DiscordConnection } from './discord/connect.js';
import type { AnswerLog } from './discord/dispatcher.js';
import { type LiveArchive, openLiveArchive } from './liveArchive.js';
import { isDatabaseAddress, shownCorpus } from './search/postgres/address.js';
import { describeCorpus, describeProblems } from './terminal/corpusSummary.js';
import { quietLog, type TerminalLog, terminalLog } from './terminal/log.js';
import { converse } from './terminal/prompt.js';
import { escapeSteering, styleFor, tame } from './terminal/style.js';
import type { GatewayState } from './web/healthRoutes.js';
import type { WebServer } from './web/server.js';

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

/** Nobody at a prompt should wait for an example any longer. */
const EXAMPLE_WITHIN_MS = 300;

/** Starts, serves until a signal comes or nothing is left to serve, and gives the exit status. */
async function main(stop: AbortSignal): Promise<number> {
  try {
    const config = readConfig(withDotenv(DOTENV, process.env));
    for (const idle of idleSettings(DOTENV)) say(tame(`Look at the settings: ${idle}`));
    const { token } = config.discord;
    const usesDiscord = token !== null || config.web.publicKey !== null;
    const jsonLog = usesDiscord ? await openLogger(config) : null;
    const logger = jsonLog ?? quietLog(config.logLevel, console.error);
    const archive = await openCorpus(config, jsonLog ?? terminalLog(config.logLevel, console.error));
    try {
      const run: Run = { config, archive, commands: await loadCommands(), logger, signal: stop };
      if (token === null || jsonLog === null) await serveTerminal(run);
      else await serveDiscord(run, token, jsonLog);
      return 0;
    } finally {
      await archive.close();
    }
  } catch (error) {
    complain(error);
    return 1;
  }
}

/** What a run is made of, whichever its ways in are. */
interface Run {
  readonly config: Config;
  readonly archive: LiveArchive;
  readonly commands: readonly Command[];
  readonly logger: AnswerLog;
  readonly signal: AbortSignal;
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
  const below = isDatabaseAddress(config.corpus) ? '..' : relative('', config.corpus);
  const place = tame(below.startsWith('..') ? shownCorpus(config.corpus) : below);
  say(`Dateline reads ${place}: ${describeCorpus(archive.size, await archive.catalogue())}`);
  const problems = describeProblems(archive.problems);
  if (problems.length > 0) say('What to look at in it:');
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) say(`- ${problem}`);
  if (problems.length > SHOWN_PROBLEMS)
    say(`- and ${problems.length - SHOWN_PROBLEMS} more, which "dateline doctor" lists`);
  return archive;
}

/**
 * Has a run that lasts load what it will need, read its corpus again when that changes, and at SIGHUP where it runs as a service: a
 * terminal that is closed says SIGHUP too, which ends what runs in it.
 */
function settleIn(archive: LiveArchive): void {
  // One after the other, so that the first questions wait for neither; what changed meanwhile is noticed all the same.
  archive
    .readAhead()
    .then(() => archive.watch())
    .catch((error: unknown) => complain(error));
  if (!process.stdin.isTTY && !process.stdout.isTTY) process.on('SIGHUP', () => void archive.reload());
}

/** The log of a run on Discord. That and Discord take a while and memory to load, which a run without should not pay. */
async function openLogger({ logLevel }: Config): Promise<Logger> {
  const { destination, pino } = await import('pino');
  const output = destination({ fd: STANDARD_ERROR, sync: true });
  return pino({ level: logLevel }, { write: (line: string) => output.write(escapeSteering(line)) });
}

/** Serves HTTP beside the other ways in. @throws ServerError when the address cannot be had */
async function openServer(
  { config: { web, discord }, archive, commands, logger }: Run,
  gateway: () => GatewayState,
): Promise<WebServer> {
  const { startServer } = await import('./web/server.js');
  return startServer({ web, apiUrl: discord.apiUrl, archive, commands, logger, gateway });
}

/**
 * Answers on Discord until the signal.
 * @throws DiscordError when it cannot connect, or when Discord ends the connection for good
 */
async function serveDiscord(run: Run, token: string, logger: Logger): Promise<void> {
  const { config, archive, commands, signal } = run;
  let connection: DiscordConnection | null = null;
  const server = await openServer(run, () => (connection?.isConnected() ? 'connected' : 'connecting'));
  const { connectDiscord } = await import('./discord/connect.js');
  let lose: (error: Error) => void = () => {};
  const end = new Promise<null>((resolve, reject) => {
    lose = reject;
    void aborted(signal).then(() => resolve(null));
  });
  // It may come before anybody waits for it, which Node would take for an error that nobody handles.
  end.catch(() => {});

  try {
    const connecting = connectDiscord({
      config: { ...config.discord, token },
      dispatcher: server.dispatcher,
      commands,
      logger,
      onLost: (error) => lose(error),
    });
    connection = await Promise.race([connecting, end]);
    if (!connection) return;
    say(`Dateline is on Discord. To add it to a server, open ${connection.inviteLink}`);
    sayServed(config, server);
    sayReady();
    settleIn(archive);
    await end;
  } finally {
    await Promise.all([connection?.close(), server.close()]);
  }
}

/**
 * Answers what is typed or piped in, until that ends or the signal, and HTTP meanwhile. When there was nothing, as under a
 * service manager, HTTP is what the run is for: then it goes on until the signal.
 */
async function serveTerminal(run: Run): Promise<void> {
  const { config, archive, commands, signal } = run;
  const { stdin: input, stdout: output } = process;
  const interactive = Boolean(input.isTTY && output.isTTY);
  // Whoever asks here is answered even where another Dateline has the port.
  const server = await openServer(run, () => 'off').catch((error: Error) => error);
  if (server instanceof Error && interactive) complain(server);
  if (config.web.publicKey === null) say(HOW_TO_CONNECT);
  if (!(server instanceof Error)) sayServed(config, server);
  sayReady();
  try {
    if (interactive) say(`\n${await greeting(archive)}\n`);
    // What is piped in is few questions, answered from what was there at the start.
    if (interactive) settleIn(archive);
    const style = styleFor(output, process.env);
    const asked = await converse({ archive, commands, input, output, interactive, style, signal });
    // Or an open pipe would keep the process, though nobody reads it any more.
    input.destroy();
    if (asked > 0 || interactive || signal.aborted) return;
    if (server instanceof Error) throw server;
    say('There was no question on standard input: HTTP is served until a signal ends it.');
    settleIn(archive);
    await aborted(signal);
  } finally {
    if (!(server instanceof Error)) await server.close();
  }
}

/** How to begin, with a question that these articles answer where one is found in time. */
async function greeting(archive: Archive): Promise<string> {
  const none = sleep<readonly string[]>(EXAMPLE_WITHIN_MS, [], { ref: false });
  const [example] = await Promise.race([archive.examples(1), none]).catch(() => []);
  const suchAs = example ? `, such as: ${tame(example)}` : '';
  return `Ask about the articles${suchAs}    (/help for more, Ctrl-D to leave)`;
}

/** Resolves when the signal comes. */
async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

/** Says what HTTP is there for. */
function sayServed({ web }: Config, { url }: WebServer): void {
  if (web.publicKey !== null) say(`Discord may send interactions to ${url}/interactions; docs/HTTP.md says how.`);
  if (web.playground) say(`Try it: ${url}`);
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
