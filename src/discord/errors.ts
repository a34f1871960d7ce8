/** Discord cannot be used, said in one sentence for the owner. Never holds the token. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError';
}

/** What a log may hold of an error: no request, since that names users, questions and an interaction's secret address. */
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
    ...(error.stack === undefined ? {} : { stack: error.stack }),
  };
}

/** Discord's, discord.js's or the system's code of an error. */
export function codeOf(error: unknown): string | number | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  const { code } = error;
  return typeof code === 'string' || typeof code === 'number' ? code : undefined;
}

const WRONG_TOKEN =
  'Discord does not accept DISCORD_TOKEN: copy the token again from discord.com/developers → your application → Bot.';
const DISALLOWED_INTENTS =
  'Discord does not allow this bot the intents Guilds and Guild Messages; check it at discord.com/developers → your application → Bot.';
const SHARDING =
  'This bot is in more servers than one connection may serve, and Dateline does not split itself over several yet.';

/** Messages of the gateway client for the codes with which Discord closes for good. */
const GATEWAY_REFUSALS: Readonly<Record<string, string>> = {
  'Authentication failed': WRONG_TOKEN,
  'Used disallowed intents': DISALLOWED_INTENTS,
  'Used invalid intents': DISALLOWED_INTENTS,
  'Sharding is required': SHARDING,
};

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

/** Says in one sentence why connecting failed and what to do. @param address where Discord was looked for */
export function explainFailure(error: unknown, address: string): DiscordError {
  if (error instanceof DiscordError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  const apiUrl = withoutSecrets(address);
  // Who complains of an address repeats it.
  const [reason = ''] = hasSecrets(address)
    ? ['no more is said, as the address may hold a secret']
    : message.split('\n');
  if (code === 'TokenInvalid' || statusOf(error) === 401) return new DiscordError(WRONG_TOKEN);
  const refusal = GATEWAY_REFUSALS[message];
  if (refusal) return new DiscordError(refusal);
  const status = statusOf(error);
  if (status !== undefined) {
    return new DiscordError(`Discord at ${apiUrl} refused with status ${status}: ${reason}`);
  }
  return new DiscordError(
    `Discord cannot be reached at ${apiUrl} (${code ?? reason}): check the network, or DISCORD_API_URL if you set it.`,
  );
}

/** Discord's codes for a gateway connection that it closes for good. */
const CLOSED = {
  authenticationFailed: 4_004,
  invalidShard: 4_010,
  shardingRequired: 4_011,
  invalidIntents: 4_013,
  disallowedIntents: 4_014,
} as const;

/** Says why a running connection was closed for good. @param code of the gateway */
export function explainClosure(code: number): DiscordError {
  if (code === CLOSED.authenticationFailed) return new DiscordError(WRONG_TOKEN);
  if (code === CLOSED.disallowedIntents || code === CLOSED.invalidIntents) {
    return new DiscordError(DISALLOWED_INTENTS);
  }
  if (code === CLOSED.shardingRequired || code === CLOSED.invalidShard) {
    return new DiscordError(SHARDING);
  }
  return new DiscordError(`Discord closed the connection for good, with code ${code}.`);
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}
