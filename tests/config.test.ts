import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_MIN_CONFIDENCE } from '../src/answers/refusal.js';
import { readConfig, VARIABLES } from '../src/config.js';
import { withDotenv } from '../src/settings/dotenvSettings.js';
import { problemsOf } from './configProblems.js';

describe('the configuration', () => {
  it('has a default for everything, with Discord off and the articles that ship with it', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      discord: { token: null, guildId: null, apiUrl: 'https://discord.com/api' },
      web: { host: '127.0.0.1', port: 3_000, publicKey: null, playground: true, publicUrl: null },
      minConfidence: null,
      embeddings: null,
      logLevel: 'info',
      allowFetch: false,
      history: true,
      keeping: { servers: null, feeds: [], feedsEveryMinutes: 15, gaps: false, feedback: false },
    });
    expect(readdirSync(config.corpus)).toContain('000_591516c1a6096e95.txt');
  });

  it('takes blank variables, as .env.example has them, for unset ones', () => {
    expect(readConfig({ DISCORD_TOKEN: '', CORPUS: '  ', MIN_CONFIDENCE: '', LOG_LEVEL: '' })).toEqual(readConfig({}));
  });

  it('takes every variable at its word', () => {
    const config = readConfig({
      DISCORD_TOKEN: ' abc.def.ghi ',
      DISCORD_GUILD_ID: '123456789012345678',
      DISCORD_API_URL: 'http://127.0.0.1:4000/api',
      SHARDS: 'auto',
      DISCORD_PUBLIC_KEY: 'AB'.repeat(32),
      HOST: '0.0.0.0',
      PORT: '8080',
      PLAYGROUND: 'on',
      PUBLIC_URL: 'https://news.example.org/',
      CORPUS: 'articles.jsonl',
      MIN_CONFIDENCE: '0.25',
      EMBEDDINGS_URL: 'http://localhost:11434/v1/embeddings',
      EMBEDDINGS_MODEL: 'nomic-embed-text',
      EMBEDDINGS_KEY: 'secret',
      READER: 'off',
      LOG_LEVEL: 'debug',
      ALLOW_FETCH: 'true',
      HISTORY: 'off',
      CORPUS_SERVERS: '12 345',
      FEEDS: 'https://a.example/rss  http://b.example/atom',
      FEEDS_EVERY: '60',
      KEEP_GAPS: 'true',
      FEEDBACK: 'true',
    });
    expect(config).toEqual({
      discord: {
        token: 'abc.def.ghi',
        guildId: '123456789012345678',
        apiUrl: 'http://127.0.0.1:4000/api',
        shards: 'auto',
      },
      web: {
        host: '0.0.0.0',
        port: 8_080,
        publicKey: 'ab'.repeat(32),
        playground: true,
        publicUrl: 'https://news.example.org',
      },
      access: readConfig({}).access,
      corpus: 'articles.jsonl',
      corpora: null,
      replica: null,
      minConfidence: 0.25,
      embeddings: { url: 'http://localhost:11434/v1/embeddings', model: 'nomic-embed-text', key: 'secret' },
      reader: false,
      logLevel: 'debug',
      allowFetch: true,
      history: false,
      keeping: {
        servers: ['12', '345'],
        feeds: ['https://a.example/rss', 'http://b.example/atom'],
        feedsEveryMinutes: 60,
        gaps: true,
        feedback: true,
      },
    });
  });

  it('reports every problem at once, each with its name and what is accepted', () => {
    const problems = problemsOf({
      DISCORD_TOKEN: 'Bot abc.def.ghi',
      DISCORD_GUILD_ID: 'my server',
      DISCORD_API_URL: 'discord.com/api',
      DISCORD_PUBLIC_KEY: 'abc',
      HOST: 'http://localhost',
      PORT: '65536',
      PLAYGROUND: 'yes',
      PUBLIC_URL: 'news.example.org',
      CORPUS: 'postgres:hush@localhost',
      CORPUS_REPLICA: 'hush',
      MIN_CONFIDENCE: '40%',
      EMBEDDINGS_URL: 'ollama',
      READER: 'maybe',
      READER_URL: 'localhost:8080',
      READER_PROTOCOL: 'grpc',
      LOG_LEVEL: 'loud',
    });
    expect(problems).toEqual([
      'DISCORD_TOKEN must be the bot token alone: no spaces, and no "Bot" in front of it.',
      'DISCORD_GUILD_ID must be a server id: digits only.',
      'DISCORD_API_URL must be a web address that begins with http:// or https://, such as https://discord.com/api.',
      'DISCORD_PUBLIC_KEY must be the public key of your application: 64 digits from 0 to 9 and a to f.',
      'HOST must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.',
      'PORT must be a port: a whole number from 0 (any that is free) to 65535, such as 3000.',
      'PLAYGROUND must be on or off.',
      'PUBLIC_URL must be a web address that begins with http:// or https://, such as https://dateline.example.org.',
      'CORPUS must be written as postgres://user:password@host/database, with %40 for an @ in the password.',
      'CORPUS_REPLICA must be written as postgres://user:password@host/database, with %40 for an @ in the password.',
      'MIN_CONFIDENCE must be a number from 0 to 1, such as 0.3.',
      'EMBEDDINGS_URL must be a web address that begins with http:// or https://, such as http://localhost:11434/v1/embeddings.',
      'READER must be on or off.',
      'READER_URL must be a web address that begins with http:// or https://, such as http://localhost:8080/v1/rerank.',
      'READER_PROTOCOL must be one of rerank, tei, decision, chat, or blank.',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, silent.',
      'EMBEDDINGS_MODEL must name the model when EMBEDDINGS_URL is set.',
      'CORPUS_REPLICA does nothing unless CORPUS is the address of a database: set that too, or leave it out.',
    ]);
  });

  it('has the playground on only where this machine alone reaches it, unless told', () => {
    const isOn = (environment: Record<string, string>) => readConfig(environment).web.playground;
    expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].map((HOST) => isOn({ HOST }))).toEqual(Array(4).fill(true));
    expect(['0.0.0.0', '::', '192.168.1.5', '127.0.0.1.nip.io'].map((HOST) => isOn({ HOST }))).toEqual(
      Array(4).fill(false),
    );
    expect(isOn({ PLAYGROUND: 'off' })).toBe(false);
    expect(isOn({ HOST: '0.0.0.0', PLAYGROUND: 'on' })).toBe(true);
  });

  it.each(['-1', '3.5', '0x50', '99999', 'http'])('refuses a port that is none: %s', (PORT) => {
    expect(problemsOf({ PORT })).toHaveLength(1);
  });

  it('refuses a confidence outside 0 to 1', () => {
    expect(problemsOf({ MIN_CONFIDENCE: '1.5' })).toHaveLength(1);
    expect(problemsOf({ MIN_CONFIDENCE: '-0.1' })).toHaveLength(1);
    expect(problemsOf({ MIN_CONFIDENCE: '0' })).toEqual([]);
  });

  it('says that a model or a key without an address does nothing', () => {
    expect(problemsOf({ EMBEDDINGS_MODEL: 'm', EMBEDDINGS_KEY: 'k' }).map((problem) => problem.split(' ')[0])).toEqual([
      'EMBEDDINGS_MODEL',
      'EMBEDDINGS_KEY',
    ]);
  });

  it('takes no password in an address, where it would end up in a log', () => {
    const problems = problemsOf({ EMBEDDINGS_URL: 'https://me:s3cr3t@models.example/v1', EMBEDDINGS_MODEL: 'm' });
    expect(problems).toEqual(['EMBEDDINGS_URL must hold no name or password: the key goes into EMBEDDINGS_KEY.']);
  });

  it.each(['https://me:s3cr3t@discord.example/api', 'https://discord.example/api?token=s3cr3t'])(
    'takes no secret in the address of Discord: %s',
    (DISCORD_API_URL) => {
      expect(problemsOf({ DISCORD_API_URL })).toEqual(['DISCORD_API_URL must hold no name, password or query.']);
    },
  );

  it('never repeats the value of a secret', () => {
    const problems = problemsOf({ DISCORD_TOKEN: 'Bot s3cr3t', EMBEDDINGS_KEY: 'hush' }).join(' ');
    expect(problems).not.toContain('s3cr3t');
    expect(problems).not.toContain('hush');
  });
});

describe('a server that reads', () => {
  const READER_URL = 'http://localhost:8080/v1/rerank';

  it('takes the place of the built-in reader, with its protocol told from the address', () => {
    expect(readConfig({}).reader).toBe(true);
    expect(readConfig({ READER_URL }).reader).toEqual({ url: READER_URL, model: null, key: null, protocol: 'rerank' });
  });

  it('has a model, a key, and the protocol that is named rather than the one of the address', () => {
    const settings = { READER_URL, READER_MODEL: 'big', READER_KEY: 'secret', READER_PROTOCOL: 'tei' };
    expect(readConfig(settings).reader).toEqual({ url: READER_URL, model: 'big', key: 'secret', protocol: 'tei' });
  });

  it('has to say what it speaks where its address does not', () => {
    const READER_URL = 'http://localhost:8080/read';
    expect(problemsOf({ READER_URL })).toEqual([
      'READER_URL must end in /v1/rerank, /v2/rerank, /rerank, /v1/systemone, /chat/completions, or READER_PROTOCOL must be one of rerank, tei, decision, chat.',
    ]);
    expect(problemsOf({ READER_URL, READER_PROTOCOL: 'chat' })).toEqual([]);
  });

  it('is complained of once when its address is none', () => {
    expect(problemsOf({ READER_URL: 'localhost:8080' })).toHaveLength(1);
  });

  it('contradicts a reader that is off', () => {
    expect(problemsOf({ READER_URL, READER: 'off' })).toEqual([
      'READER is off and READER_URL names a reader: leave one of them out.',
    ]);
    expect(problemsOf({ READER_URL, READER: 'on' })).toEqual([]);
  });

  it('is missed when only what belongs to it is set, without the value of a secret', () => {
    const problems = problemsOf({ READER_MODEL: 'big', READER_KEY: 'hush', READER_PROTOCOL: 'chat' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['READER_MODEL', 'READER_KEY', 'READER_PROTOCOL']);
    expect(problems.join(' ')).not.toContain('hush');
  });

  it('takes no password in its address', () => {
    expect(problemsOf({ READER_URL: 'https://me:s3cr3t@models.example/v1/rerank' })).toEqual([
      'READER_URL must hold no name or password: the key goes into READER_KEY.',
    ]);
  });
});

describe('what is written about the settings', () => {
  const example = readFileSync('.env.example', 'utf8');
  const settings = readFileSync('docs/SETTINGS.md', 'utf8');
  const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name);

  it('names the same variables in .env.example and in docs/SETTINGS.md, all of them known', () => {
    const inExample = named(example, /^([A-Z_]+)=$/gm);
    expect(inExample).not.toEqual([]);
    expect(named(settings, /^\| `([A-Z_]+)` \|/gm)).toEqual(inExample);
    expect(inExample.filter((name) => !VARIABLES.includes(name ?? ''))).toEqual([]);
  });

  it('gives the confidence that counts', () => {
    expect(settings).toContain(`| \`MIN_CONFIDENCE\` | \`${DEFAULT_MIN_CONFIDENCE}\` |`);
    expect(example).toContain(`Blank: ${DEFAULT_MIN_CONFIDENCE}\nMIN_CONFIDENCE=`);
  });

  it('makes an .env.example that is the default when copied', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-config-'));
    writeFileSync(join(folder, '.env'), example);
    expect(readConfig(withDotenv(join(folder, '.env'), {}))).toEqual(readConfig({}));
    rmSync(folder, { recursive: true });
  });
});

describe('a .env file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read with its quotes, comments and Windows line ends', () => {
    writeFileSync(join(folder, '.env'), '\uFEFFCORPUS="my articles" # ours\r\nLOG_LEVEL=warn\r\n');
    expect(withDotenv(join(folder, '.env'), {})).toEqual({ CORPUS: 'my articles', LOG_LEVEL: 'warn' });
  });

  it('gives way to a variable that is set by hand', () => {
    writeFileSync(join(folder, '.env'), 'LOG_LEVEL=warn\nCORPUS=a\n');
    expect(withDotenv(join(folder, '.env'), { LOG_LEVEL: 'debug' })).toEqual({ LOG_LEVEL: 'debug', CORPUS: 'a' });
  });

  it('may be missing', () => {
    expect(withDotenv(join(folder, 'none'), { A: '1' })).toEqual({ A: '1' });
  });

  it('that cannot be read is a problem in one sentence', () => {
    mkdirSync(join(folder, '.env'));
    expect(() => withDotenv(join(folder, '.env'), {})).toThrow(/\.env cannot be read \(EISDIR\)/);
  });
});
