import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, forEverybody } from '../commands/parts/command.js';
import { withEvents } from '../commands/parts/eventOption.js';
import { loadCommands } from '../commands/parts/load.js';
import { type Config, ConfigError, readConfig } from './config.js';
import type { Corpora } from './corpora.js';
import type { AnswerLog } from './discord/answerLog.js';
import type { DiscordConnection } from './discord/connect.js';
import { DiscordError, describeError } from './discord/errors.js';
import { openCorpora } from './openCorpora.js';
import { ServerBook } from './serverBook.js';
import { idleSettings, withDotenv } from './settings/dotenvSettings.js';
import { serverDefaults } from './settings/serverDefaults.js';
import { stateFolder } from './settings/stateFolder.js';
import { historyFile, openHistory } from './terminal/history.js';
import { loggedLines, quietLog, terminalLog } from './terminal/log.js';
import { Progress } from './terminal/progress.js';
import { promptGreeting } from './terminal/promptGreeting.js';
import type { ServiceLog } from './terminal/serviceLog.js';
import { styleFor, tame } from './terminal/style.js';
import type { GatewayState } from './web/healthRoutes.js';
import type { WebServer } from './web/server.js';

/** A service manager kills after a while: what still hangs by then is given up. */
const STOP_WITHIN_MS = 4_500;

/** The file of settings, in the folder that it is started in. */
const DOTENV = '.env';

const HOW_TO_CONNECT = [
  'Discord is off: DISCORD_TOKEN is not set. To turn it on, put the token of your bot into .env (where there is none, copy',
  '.env.example to it) and start again; README.md has the five steps under "Connect it to Discord".',
].join('\n');

/** Exit statuses. What only the owner can mend is EX_CONFIG of sysexits.h, so that a service manager can leave it alone. */
const STATUS = { done: 0, failed: 1, badSettings: 78 } as const;

/** The corpus is read on, and watched, by then, though Discord is not there yet. */
const SETTLE_IN_AFTER_MS = 5_000;

/** Nobody waits longer for a log that is not read. */
const FLUSH_WITHIN_MS = 500;

/** Starts, serves until a signal comes or nothing is left to serve, and gives the exit status. */
async function run(stop: AbortSignal): Promise<number> {
  let log: ServiceLog | null = null;
  try {
    const config = readConfig(withDotenv(DOTENV, process.env));
    const { token } = config.discord;
    log = isOnDiscord(config) ? await openLog(config) : null;
    const say = await sayInto(log);
    for (const idle of idleSettings(DOTENV)) say(tame(`Look at the settings: ${idle}`));
    const logger = log?.logger ?? quietLog(config.logLevel, console.error);
    const lines = log ? loggedLines(log.logger) : terminalLog(config.logLevel, console.error);
    const corpora = await openCorpora(config, {
      log: lines,
      say,
      signal: stop,
      progress: new Progress(process.stderr),
    });
    try {
      const book = new ServerBook(await stateFolder(config, process.env), (sentence) => lines.warn(tame(sentence)));
      if (isOnDiscord(config)) await book.read();
      const whole: Run = { config, corpora, book, commands: await loadCommands(), logger, say, signal: stop };
      if (token === null) await serveTerminal(whole);
      else await serveDiscord(whole, token);
      book.close();
      return STATUS.done;
    } finally {
      await corpora.close();
    }
  } catch (error) {
    // What was stopped did not fail.
    if (stop.aborted) return STATUS.done;
    for (const line of complaintsOf(error)) {
      if (log) log.logger.fatal(line);
      else console.error(line);
    }
    return error instanceof ConfigError || (error instanceof DiscordError && error.isForOwner)
      ? STATUS.badSettings
      : STATUS.failed;
  } finally {
    await log?.flush(FLUSH_WITHIN_MS);
  }
}

/** Whether Discord is answered, by whichever way. */
function isOnDiscord({ discord, web }: Config): boolean {
  return discord.token !== null || web.publicKey !== null;
}

/** Says something to the person who starts it. */
type Say = (line: string) => void;

/** Into the log, where there is one, so that one stream has all; else printed. What breaks lines is loaded for a screen alone. */
async function sayInto(log: ServiceLog | null): Promise<Say> {
  if (log) return (line) => log.logger.info(line);
  if (!process.stdout.isTTY) return (line) => console.log(line);
  const { wrapLines } = await import('./terminal/wrapping.js');
  return (line) => console.log(wrapLines(line, styleFor(process.stdout, process.env).width));
}

/** What a run is made of, whichever its ways in are. */
interface Run {
  readonly config: Config;
  readonly corpora: Corpora;
  /** What is set for servers. */
  readonly book: ServerBook;
  readonly commands: readonly Command[];
  readonly logger: AnswerLog;
  readonly say: Say;
  readonly signal: AbortSignal;
}

/**
 * Has a run that lasts load what it will need, read its corpus again when that changes, and at SIGHUP where it runs as a service: a
 * terminal that is closed says SIGHUP too, which ends what runs in it.
 */
function settleIn({ config, corpora, book, logger }: Run): void {
  // One after the other, so that the first questions wait for none; what changed meanwhile is noticed all the same.
  // Nobody sets anything for a server where there is no Discord.
  if (isOnDiscord(config)) book.watch();
  corpora
    .settleIn()
    .catch((error: unknown) => logger.error({ error: describeError(error) }, 'the articles could not be read ahead'));
  if (!process.stdin.isTTY && !process.stdout.isTTY) process.on('SIGHUP', () => void corpora.reload());
}

/** The log of a run on Discord. What writes it takes a while and memory to load, which a run without should not pay. */
async function openLog({ logLevel, discord, embeddings, reader }: Config): Promise<ServiceLog> {
  const { openServiceLog, standardErrorSink } = await import('./terminal/serviceLog.js');
  const keys = [discord.token, embeddings?.key, typeof reader === 'object' ? reader.key : null];
  return openServiceLog({
    level: logLevel,
    secrets: keys.filter((key) => typeof key === 'string'),
    isReadable: Boolean(process.stderr.isTTY),
    sink: standardErrorSink(),
  });
}

/** Serves HTTP beside the other ways in. @throws ServerError when the address cannot be had */
async function openServer(
  { config, corpora, book, commands, logger }: Run,
  gateway: () => GatewayState,
): Promise<WebServer> {
  const { startServer } = await import('./web/server.js');
  const { web, discord, access } = config;
  const { archive, keeper } = corpora.first;
  const servers = { book, defaults: serverDefaults(config) };
  return startServer({
    web,
    apiUrl: discord.apiUrl,
    access,
    archive,
    keeper,
    corpora,
    servers,
    commands,
    logger,
    gateway,
  });
}

/**
 * Answers on Discord until the signal, and over HTTP already while Discord cannot be reached.
 * @throws DiscordError when Discord will not have this bot, at the start or later
 */
async function serveDiscord(run: Run, token: string): Promise<void> {
  const { config, corpora, commands, logger, say, signal } = run;
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

  // What comes over the gateway may be anything, and what the client does with it is not waited for.
  const logRejection = (error: unknown) => logger.error({ error: describeError(error) }, 'something unforeseen failed');
  process.on('unhandledRejection', logRejection);
  try {
    sayServed(run, server);
    const connecting = connectDiscord({
      config: { ...config.discord, token, publicKey: config.web.publicKey },
      dispatcher: server.dispatcher,
      commands: withEvents(commands, corpora.names),
      logger,
      signal,
      onLost: (error) => lose(error),
    });
    const settled = connecting.catch(() => {});
    void Promise.race([settled, sleep(SETTLE_IN_AFTER_MS, undefined, { ref: false })]).then(() => {
      if (!signal.aborted) settleIn(run);
    });
    connection = await Promise.race([connecting, end]);
    if (!connection) return;
    say(`Dateline is on Discord. To add it to a server, open ${connection.inviteLink}`);
    sayReady(say);
    await end;
  } finally {
    await Promise.all([connection?.close(), server.close()]);
    process.off('unhandledRejection', logRejection);
  }
}

/**
 * Answers what is typed or piped in, until that ends or the signal, and HTTP meanwhile. When there was nothing, as under a
 * service manager, HTTP is what the run is for: then it goes on until the signal.
 */
async function serveTerminal(run: Run): Promise<void> {
  const { config, corpora, commands, say, signal } = run;
  const { stdin: input, stdout: output } = process;
  const interactive = Boolean(input.isTTY && output.isTTY);
  // Whoever asks here is answered even where another Dateline has the port.
  const server = await openServer(run, () => 'off').catch((error: Error) => error);
  if (server instanceof Error && interactive) console.error(tame(server.message));
  if (config.web.publicKey === null) say(HOW_TO_CONNECT);
  if (!(server instanceof Error)) sayServed(run, server);
  sayReady(say);
  try {
    const { converse } = await import('./terminal/prompt.js');
    if (interactive) console.log(`\n${await promptGreeting(corpora.first.archive, corpora.names)}\n`);
    // What is piped in is few questions, answered from what was there at the start.
    if (interactive) settleIn(run);
    const style = styleFor(output, process.env);
    const history = interactive && config.history ? openHistory(historyFile(process.env)) : undefined;
    const asked = await converse({
      archive: corpora.first.archive,
      corpora,
      commands: forEverybody(commands),
      input,
      output,
      interactive,
      style,
      history,
      signal,
    });
    // Or an open pipe would keep the process, though nobody reads it any more.
    input.destroy();
    if (asked > 0 || interactive || signal.aborted) return;
    if (server instanceof Error) throw server;
    say('There was no question on standard input: HTTP is served until a signal ends it.');
    settleIn(run);
    await aborted(signal);
  } finally {
    if (!(server instanceof Error)) await server.close();
  }
}

/** Resolves when the signal comes. */
async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

/** Says what HTTP is there for. */
function sayServed({ config: { web }, say }: Run, { url }: WebServer): void {
  if (web.publicKey !== null) say(`Discord may send interactions to ${url}/interactions; docs/HTTP.md says how.`);
  if (web.playground) say(`Try it: ${url}`);
}

function sayReady(say: Say): void {
  say(`Dateline is ready, ${Math.round(performance.now())} ms after its start.`);
}

/** Why it cannot run, in lines for the owner. */
function complaintsOf(error: unknown): string[] {
  if (error instanceof ConfigError) {
    const problems = error.problems.map((problem) => tame(`- ${problem}`));
    return ['The settings in .env or in the environment need mending:', ...problems];
  }
  return [tame(error instanceof Error ? error.message : String(error))];
}

/** Runs until a signal or a fault ends it, and gives the exit status. The process should end then, whatever is left half done. */
export async function runToEnd(): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop.abort();
      setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
    });
  }
  const status = await run(stop.signal);
  // What a stop or a fault leaves half done, such as a connection not yet made, is not waited for.
  if (stop.signal.aborted || status !== 0) process.exit(status);
  return status;
}
