/** Discord cannot be used, said in one sentence for the owner. Never holds the token. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError';
  /** Whether only the owner can mend it: then no further try helps. */
  readonly isForOwner: boolean;

  constructor(message: string, { isForOwner = false } = {}) {
    super(message);
    this.isForOwner = isForOwner;
  }
}

/**
 * What a log may hold of an error: no request, since that names users, questions and an interaction's secret address. A stack only of
 * Dateline's own faults: one through a client and the system's network says nothing in a kilobyte.
 */
export interface DescribedError {
  readonly name: string;
  readonly message: string;
  readonly code?: string | number;
  readonly stack?: string;
}

export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { name: 'unknown', message: String(error) };
  const code = codeOf(error);
  return {
    name: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(isOwnFault(error) && error.stack !== undefined ? { stack: error.stack } : {}),
  };
}

/** Whether an error tells of neither Discord, the network nor the system. */
function isOwnFault(error: Error): boolean {
  if (error instanceof DiscordError || error.name === 'AbortError' || 'retryAfter' in error) return false;
  if (statusOf(error) !== undefined) return false;
  const code = codeOf(error);
  // ECONNRESET, UND_ERR_SOCKET; what begins with ERR_ is Node's complaint of a wrong call.
  return typeof code !== 'number' && !/^(?:E[A-Z0-9]+|UND_ERR_\w+)$/.test(code ?? '');
}

/** Discord's or the system's code of an error. */
export function codeOf(error: unknown): string | number | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  const { code } = error;
  return typeof code === 'string' || typeof code === 'number' ? code : undefined;
}

/** Discord's "Unknown interaction": the answer came after the three seconds that it waits. */
export const TOO_LATE = 10_062;

const WRONG_TOKEN =
  'Discord does not accept DISCORD_TOKEN: copy the token again from discord.com/developers → your application → Bot.';
const DISALLOWED_INTENTS =
  'Discord does not allow this bot the intents Guilds, Guild Messages and Direct Messages; check it at discord.com/developers → your application → Bot.';
const SHARDING = 'This bot is in more servers than so many connections may serve: set SHARDS=auto and start it again.';

function forOwner(sentence: string): DiscordError {
  return new DiscordError(sentence, { isForOwner: true });
}

/** An address as it may be said: without the name, password or query that it may hold, which are secrets as a rule. */
function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return 'the address in DISCORD_API_URL';
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`.replace(/\/$/, '');
}

function hasSecrets(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { username, password, search, hash } = new URL(address);
  return `${username}${password}${search}${hash}` !== '';
}

/** What answers at Discord's address is something else, such as the sign-in page of a network. */
export function notDiscord(address: string): DiscordError {
  return new DiscordError(
    `What answers at ${withoutSecrets(address)} is not Discord's API, but perhaps a page of the network to sign in at: check the network, or DISCORD_API_URL if you set it.`,
  );
}

/** Says in one sentence why connecting failed and what to do. @param address where Discord was looked for */
export function explainFailure(error: unknown, address: string): DiscordError {
  if (error instanceof DiscordError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  const status = statusOf(error);
  const apiUrl = withoutSecrets(address);
  if (error instanceof SyntaxError || (status !== undefined && status < 500 && !isDiscords(error))) {
    return notDiscord(address);
  }
  // Who complains of an address repeats it.
  const [reason = ''] = hasSecrets(address)
    ? ['no more is said, as the address may hold a secret']
    : message.split('\n');
  if (status === 401) return forOwner(WRONG_TOKEN);
  if (status !== undefined) {
    return new DiscordError(`Discord at ${apiUrl} refused with status ${status}: ${reason}`);
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return new DiscordError(`Discord at ${apiUrl} did not answer in time: check the network.`);
  }
  return new DiscordError(
    `Discord cannot be reached at ${apiUrl} (${code ?? reason}): check the network, or DISCORD_API_URL if you set it.`,
  );
}

/** Whether an error carries what Discord says in each of its own. */
function isDiscords(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('rawError' in error)) return false;
  const { rawError } = error;
  return typeof rawError === 'object' && rawError !== null && 'message' in rawError;
}

/** Discord's codes for a gateway connection that it closes for good. */
const CLOSED = {
  authenticationFailed: 4_004,
  invalidShard: 4_010,
  shardingRequired: 4_011,
  invalidVersion: 4_012,
  invalidIntents: 4_013,
  disallowedIntents: 4_014,
} as const;

/** Whether Discord closes with this code for good. */
export function isFinalClosure(code: number): boolean {
  return Object.values<number>(CLOSED).includes(code);
}

/** Says why a connection was closed for good. @param code of the gateway */
export function explainClosure(code: number): DiscordError {
  if (code === CLOSED.authenticationFailed) return forOwner(WRONG_TOKEN);
  if (code === CLOSED.disallowedIntents || code === CLOSED.invalidIntents) return forOwner(DISALLOWED_INTENTS);
  if (code === CLOSED.shardingRequired || code === CLOSED.invalidShard) return forOwner(SHARDING);
  return new DiscordError(`Discord closed the connection for good, with code ${code}: look for a newer Dateline.`);
}

/** The HTTP status that an error tells of. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}
