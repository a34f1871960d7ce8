import { z } from 'zod';
import type { ArchiveOptions } from './archive.js';
import { seedsFolder } from './projectFolder.js';
import { KNOWN_ENDINGS, PROTOCOL_NAMES, protocolOfAddress } from './search/reader/remote/protocols.js';
import type { RemoteReaderOptions } from './search/reader/remote/remoteReader.js';
import { ACCESS_VARIABLES, type AccessSettings, accessSettings } from './settings/access.js';
import { CORPORA_VARIABLES, corporaProblems } from './settings/corpora.js';
import { corpusAccepted, replicaAccepted, replicaProblems } from './settings/corpusAddress.js';
import { KEEPING_VARIABLES, type KeepingSettings, keepingProblems, readKeeping } from './settings/keeping.js';
import { type Shards, shardsAccepted } from './settings/shards.js';

/** Environment variables by name, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What an owner decided, checked. */
export interface Config {
  readonly discord: {
    /** Null: Discord is off. */
    readonly token: string | null;
    /** Null: commands are registered everywhere. */
    readonly guildId: string | null;
    readonly apiUrl: string;
    readonly shards: Shards;
  };
  readonly web: {
    /** An address of this machine, or a name for one. */
    readonly host: string;
    /** 0: any that is free. */
    readonly port: number;
    /** Hexadecimal Ed25519 key of the Discord application; null: interactions are not taken over HTTP. */
    readonly publicKey: string | null;
    /** Whether everybody who reaches the address may try Dateline on a page. */
    readonly playground: boolean;
    /** Where others reach the page, without a slash at its end; null: nowhere. */
    readonly publicUrl: string | null;
  };
  readonly access: AccessSettings;
  /** A folder, a `.jsonl` file or the address of a database. */
  readonly corpus: string;
  /** Paths of several corpora, the last part of each perhaps with `*`, in place of that one; null: there is one. */
  readonly corpora: readonly string[] | null;
  /** The address of a copy of that database that is read instead; null for none. */
  readonly replica: string | null;
  /** A folder in which what was read of a big corpus is kept; null: nowhere; undefined: beside the articles. */
  readonly snapshots: string | null | undefined;
  /** 0..1; null: the threshold that ships with Dateline. */
  readonly minConfidence: number | null;
  /** Null: the built-in ranking alone, and nothing leaves the process. */
  readonly embeddings: { readonly url: string; readonly model: string; readonly key: string | null } | null;
  /** Whether the best lines are read before one is chosen, and by what: true for the built-in reader, else a server. */
  readonly reader: boolean | RemoteReaderOptions;
  readonly logLevel: LogLevel;
  /** Whether an address that is added may be fetched from the web. */
  readonly allowFetch: boolean;
  /** Whether the prompt remembers what was typed at it in earlier runs. */
  readonly history: boolean;
  readonly keeping: KeepingSettings;
}

/** Everything that is wrong with the environment, one plain sentence each, without any secret's value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const confidenceAccepted = { error: 'must be a number from 0 to 1, such as 0.3' };
const addressAccepted = (example: string) =>
  z.url({
    protocol: /^https?$/,
    error: `must be a web address that begins with http:// or https://, such as ${example}`,
  });

const portAccepted = { error: 'must be a port: a whole number from 0 (any that is free) to 65535, such as 3000' };
/** Only this machine itself reaches these. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** Whether an address, or a name for one, is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** One entry a variable; each message continues the sentence "NAME …" and says what is accepted. */
const SCHEMA = z.object({
  // Only what can never be a token is refused here: whether it is the right one, Discord says.
  DISCORD_TOKEN: z
    .string()
    .regex(/^\S+$/, 'must be the bot token alone: no spaces, and no "Bot" in front of it')
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{1,20}$/, 'must be a server id: digits only')
    .optional(),
  DISCORD_API_URL: addressAccepted('https://discord.com/api')
    .refine((address) => !/\/\/[^/]*@|[?#]/.test(address), 'must hold no name, password or query')
    .default('https://discord.com/api'),
  SHARDS: shardsAccepted,
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[\da-f]{64}$/i, 'must be the public key of your application: 64 digits from 0 to 9 and a to f')
    .toLowerCase()
    .optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d+$/, portAccepted)
    .transform(Number)
    .pipe(z.int().max(65_535, portAccepted))
    .default(3_000),
  PLAYGROUND: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
  PUBLIC_URL: addressAccepted('https://dateline.example.org')
    .refine((address) => !/\/\/[^/]*@|[?#]/.test(address), 'must hold no name, password or query')
    .transform((address) => address.replace(/\/$/, ''))
    .optional(),
  ...ACCESS_VARIABLES,
  CORPUS: corpusAccepted.default(seedsFolder),
  ...CORPORA_VARIABLES,
  CORPUS_REPLICA: replicaAccepted.optional(),
  SNAPSHOT: z.string().default('on'),
  MIN_CONFIDENCE: z.coerce.number(confidenceAccepted).min(0, confidenceAccepted).max(1, confidenceAccepted).optional(),
  EMBEDDINGS_URL: addressAccepted('http://localhost:11434/v1/embeddings')
    .refine((address) => !/\/\/[^/]*@/.test(address), 'must hold no name or password: the key goes into EMBEDDINGS_KEY')
    .optional(),
  EMBEDDINGS_MODEL: z.string().optional(),
  EMBEDDINGS_KEY: z.string().optional(),
  READER: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  READER_URL: addressAccepted('http://localhost:8080/v1/rerank')
    .refine((address) => !/\/\/[^/]*@/.test(address), 'must hold no name or password: the key goes into READER_KEY')
    .optional(),
  READER_MODEL: z.string().optional(),
  READER_KEY: z.string().optional(),
  READER_PROTOCOL: z
    .enum(PROTOCOL_NAMES, { error: `must be one of ${PROTOCOL_NAMES.join(', ')}, or blank` })
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  ALLOW_FETCH: z.enum(['true', 'false'], { error: 'must be true or false' }).default('false'),
  HISTORY: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  ...KEEPING_VARIABLES,
});

/** The variables that Dateline reads. */
export const VARIABLES: readonly string[] = Object.keys(SCHEMA.shape);

/**
 * Checks the environment and gives what it says, with defaults for what it does not. Blank counts as not set.
 * @throws ConfigError that names every problem, not only the first
 */
export function readConfig(environment: Environment): Config {
  const set: Record<string, string> = {};
  for (const name of VARIABLES) {
    const value = environment[name]?.trim();
    if (value) set[name] = value;
  }
  const checked = SCHEMA.safeParse(set);
  const problems = checked.error?.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`) ?? [];
  const checks = [embeddingsProblems, readerProblems, keepingProblems, replicaProblems, corporaProblems];
  problems.push(...checks.flatMap((check) => check(set)));
  if (!checked.success || problems.length > 0) throw new ConfigError(problems);

  const value = checked.data;
  return {
    discord: {
      token: value.DISCORD_TOKEN ?? null,
      guildId: value.DISCORD_GUILD_ID ?? null,
      apiUrl: value.DISCORD_API_URL,
      shards: value.SHARDS,
    },
    web: {
      host: value.HOST,
      port: value.PORT,
      publicKey: value.DISCORD_PUBLIC_KEY ?? null,
      playground: value.PLAYGROUND ? value.PLAYGROUND === 'on' : isLoopback(value.HOST),
      publicUrl: value.PUBLIC_URL ?? null,
    },
    access: accessSettings(value),
    corpus: value.CORPUS,
    corpora: value.CORPORA ?? null,
    snapshots: snapshotsOf(value.SNAPSHOT),
    replica: value.CORPUS_REPLICA ?? null,
    minConfidence: value.MIN_CONFIDENCE ?? null,
    embeddings:
      value.EMBEDDINGS_URL && value.EMBEDDINGS_MODEL
        ? { url: value.EMBEDDINGS_URL, model: value.EMBEDDINGS_MODEL, key: value.EMBEDDINGS_KEY ?? null }
        : null,
    reader: remoteReader(value) ?? value.READER === 'on',
    logLevel: value.LOG_LEVEL,
    allowFetch: value.ALLOW_FETCH === 'true',
    history: value.HISTORY === 'on',
    keeping: readKeeping(value, value.DISCORD_GUILD_ID),
  };
}

/** What of the configuration an archive wants to know. */
export function archiveOptions({ minConfidence, embeddings, reader, snapshots, replica }: Config): ArchiveOptions {
  return { minConfidence: minConfidence ?? undefined, embeddings, reader, snapshots, replica };
}

/** "on": beside the articles; "off": nowhere; else the folder that it names. */
function snapshotsOf(set: string): Config['snapshots'] {
  if (set === 'off') return null;
  return set === 'on' ? undefined : set;
}

/** The three EMBEDDINGS variables only make sense together, which a check of each alone cannot see. */
function embeddingsProblems(set: Environment): string[] {
  if (set.EMBEDDINGS_URL) {
    return set.EMBEDDINGS_MODEL ? [] : ['EMBEDDINGS_MODEL must name the model when EMBEDDINGS_URL is set.'];
  }
  return ['EMBEDDINGS_MODEL', 'EMBEDDINGS_KEY']
    .filter((name) => set[name])
    .map((name) => `${name} does nothing without EMBEDDINGS_URL: set that too, or leave both out.`);
}

/** What only the READER variables together show. Which one is meant of two that contradict each other is not guessed. */
function readerProblems(set: Environment): string[] {
  const { READER_URL: url, READER_PROTOCOL: protocol } = set;
  if (!url) {
    return ['READER_MODEL', 'READER_KEY', 'READER_PROTOCOL']
      .filter((name) => set[name])
      .map((name) => `${name} does nothing without READER_URL: set that too, or leave both out.`);
  }
  const problems: string[] = [];
  if (set.READER === 'off') problems.push('READER is off and READER_URL names a reader: leave one of them out.');
  // What is no web address is complained of as that.
  if (!protocol && SCHEMA.shape.READER_URL.safeParse(url).success && !protocolOfAddress(url)) {
    problems.push(
      `READER_URL must end in ${KNOWN_ENDINGS.join(', ')}, or READER_PROTOCOL must be one of ${PROTOCOL_NAMES.join(', ')}.`,
    );
  }
  return problems;
}

/** The server of READER_URL; null when none is set. */
function remoteReader(value: z.infer<typeof SCHEMA>): RemoteReaderOptions | null {
  const { READER_URL: url, READER_MODEL: model = null, READER_KEY: key = null } = value;
  const protocol = url && (value.READER_PROTOCOL ?? protocolOfAddress(url));
  return url && protocol ? { url, model, key, protocol } : null;
}
