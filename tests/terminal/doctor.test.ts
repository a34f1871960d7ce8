import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withEvents } from '../../commands/parts/eventOption.js';
import { loadCommands } from '../../commands/parts/load.js';
import { examineBot } from '../../src/discord/examination.js';
import { registerOnce } from '../../src/discord/register.js';
import { drawFindings, examine, type Patient } from '../../src/terminal/doctor.js';
import type { Finding } from '../../src/terminal/finding.js';
import { ANSI, PLAIN } from '../../src/terminal/style.js';
import { type LocalDiscord, startDiscord } from '../discord/server.js';
import { startEmbeddingsServer } from '../search/meaning/embeddingsServer.js';
import { rerankAnswer, saying, startReaderServer } from '../search/reader/remote/readerServer.js';

/** Of the shape of a real token, and of no bot. */
const TOKEN = `${'A'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const commands = await loadCommands();
/** What is there where there is one event. */
const shown = withEvents(commands, []);

function examined(over: Partial<Patient> = {}): Promise<Finding[]> {
  const environment = { PORT: '0', ...over.environment };
  const dotenv = join(folder, '.env');
  return examine({ dotenv, corpus: undefined, nodeVersion: '20.20.2', commands, ...over, environment });
}
const of = (findings: Finding[], check: string) => findings.filter((finding) => finding.check === check);

describe('the doctor', () => {
  it('finds a fresh clone in order', async () => {
    const findings = await examined();
    expect(findings.map(({ check, status }) => [check, status])).toEqual([
      ['Node.js', 'ok'],
      ['Settings', 'ok'],
      ['Discord', 'ok'],
      ['HTTP', 'ok'],
      ['Corpus', 'ok'],
      ['Feeding', 'ok'],
      ['Word vectors', 'ok'],
      ['Embeddings', 'ok'],
      ['Reader', 'ok'],
    ]);
  });

  it('sees a Node.js that is too old', async () => {
    const [node] = await examined({ nodeVersion: '18.19.0' });
    expect(node).toMatchObject({ check: 'Node.js', status: 'broken', message: expect.stringContaining('install 20') });
  });

  it('lists every wrong setting, and still looks at a corpus that is named', async () => {
    const findings = await examined({ environment: { LOG_LEVEL: 'loud', MIN_CONFIDENCE: '7' }, corpus: folder });
    expect(of(findings, 'Settings').map(({ status }) => status)).toEqual(['broken', 'broken']);
    expect(of(findings, 'Corpus')).toHaveLength(1);
  });

  it('says what it could not check because a setting is broken', async () => {
    const findings = await examined({ environment: { LOG_LEVEL: 'loud' } });
    const unchecked = findings.filter(({ status }) => status === 'unchecked');
    expect(unchecked.map(({ check }) => check)).toEqual(['Discord', 'HTTP', 'Corpus', 'Embeddings', 'Reader']);
    expect(drawFindings(findings, PLAIN)).toContain('not checked  Discord: mend the settings first.');
  });

  it('asks the endpoint of EMBEDDINGS_URL for one vector', async () => {
    const server = await startEmbeddingsServer();
    const environment = { EMBEDDINGS_URL: server.url, EMBEDDINGS_MODEL: 'letters' };
    const findings = of(await examined({ environment }), 'Embeddings');
    await server.close();
    expect(server.requests).toHaveLength(1);
    expect(findings).toMatchObject([
      { status: 'ok', message: expect.stringMatching(/^letters at .* 6 dimensions\.$/) },
    ]);
  });

  it('has the server of READER_URL read two lines, and says why it does not', async () => {
    const server = await startReaderServer(saying(rerankAnswer([1, -1])));
    const environment = { READER_URL: `${server.url}/v1/rerank`, READER_KEY: 'rk-very-secret' };
    const reads = of(await examined({ environment }), 'Reader');
    server.behave = (request, response) => response.writeHead(401).end(`no such key: ${request.headers.authorization}`);
    const refused = of(await examined({ environment }), 'Reader');
    await server.close();
    expect(reads).toMatchObject([
      { status: 'ok', message: expect.stringMatching(/ reads, by the rerank protocol\.$/) },
    ]);
    expect(refused).toMatchObject([{ status: 'attention', message: expect.stringContaining('answered 401') }]);
    expect(refused[0]?.message).not.toContain('rk-very-secret');
  });

  it('says why the endpoint does not answer, and never prints the key', async () => {
    const server = await startEmbeddingsServer();
    server.behave = (request, response) => response.writeHead(401).end(`no such key: ${request.authorization}`);
    const environment = { EMBEDDINGS_URL: server.url, EMBEDDINGS_MODEL: 'letters', EMBEDDINGS_KEY: 'sk-very-secret' };
    const refused = of(await examined({ environment }), 'Embeddings');
    await server.close();
    const down = of(await examined({ environment }), 'Embeddings');
    expect(refused).toMatchObject([{ status: 'attention', message: expect.stringContaining('answered 401') }]);
    expect(down).toMatchObject([{ status: 'attention', message: expect.stringContaining("can't be reached") }]);
    expect(JSON.stringify([refused, down])).not.toContain('sk-very-secret');
  });

  it('points out a misspelt name in .env', async () => {
    writeFileSync(join(folder, '.env'), 'DISCORD_TOKN=x\n');
    const settings = of(await examined(), 'Settings');
    expect(settings[1]).toMatchObject({ status: 'attention', message: expect.stringContaining('DISCORD_TOKN') });
  });

  it('judges a token by its shape where Discord cannot be asked, and never prints it', async () => {
    const offline = { DISCORD_API_URL: 'http://127.0.0.1:1/api' };
    const good = await examined({ environment: { ...offline, DISCORD_TOKEN: TOKEN } });
    expect(of(good, 'Discord')).toMatchObject([
      { status: 'unchecked', message: expect.stringContaining('ECONNREFUSED') },
    ]);
    const bad = await examined({ environment: { ...offline, DISCORD_TOKEN: 'client-secret' } });
    expect(of(bad, 'Discord')[0]?.status).toBe('attention');
    expect(JSON.stringify([good, bad])).not.toMatch(/client-secret|AAAA/);
  });

  it('knows a Discord that asks over HTTP, without a token', async () => {
    const findings = await examined({ environment: { DISCORD_PUBLIC_KEY: 'ab'.repeat(32) } });
    expect(of(findings, 'Discord')).toEqual([
      { check: 'Discord', status: 'ok', message: expect.stringMatching(/^over HTTP alone/) },
    ]);
  });

  it('names what could not be read in the corpus, and an empty corpus as broken', async () => {
    const corpus = join(folder, 'corpus');
    mkdirSync(corpus);
    expect(of(await examined({ corpus }), 'Corpus')[0]?.status).toBe('broken');
    writeFileSync(join(corpus, 'good.txt'), ' date 2019-04-12 Moon\n\nThe lander reached the Moon on Thursday.\n');
    writeFileSync(join(corpus, 'empty.txt'), '');
    expect(of(await examined({ corpus }), 'Corpus')).toMatchObject([
      { status: 'ok' },
      { status: 'attention', message: expect.stringMatching(/^empty\.txt: /) },
    ]);
  });

  it('says in one finding that there is no corpus', async () => {
    const findings = of(await examined({ corpus: join(folder, 'nowhere') }), 'Corpus');
    expect(findings).toMatchObject([{ status: 'broken', message: expect.stringContaining('nowhere') }]);
  });
});

describe('what the doctor asks Discord', () => {
  let discord: LocalDiscord;
  beforeEach(async () => {
    discord = await startDiscord();
  });
  afterEach(() => discord.stop());

  const asked = async (environment: Record<string, string> = {}, check = 'Discord') => {
    const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, ...environment };
    return of(await examined({ environment: settings }), check);
  };
  const register = () => {
    const { token, apiUrl } = discord;
    return registerOnce({ token, apiUrl, guildId: null, publicKey: null, commands: shown });
  };

  it('is whose the token is, and that is all where all is well', async () => {
    await register();
    expect(await asked()).toEqual([
      { check: 'Discord', status: 'ok', message: expect.stringMatching(/^DISCORD_TOKEN is that of \w/) },
    ]);
    expect(discord.rejected()).toEqual([]);
  });

  it('is whether the token is right', async () => {
    const findings = await asked({ DISCORD_TOKEN: TOKEN });
    expect(findings).toMatchObject([{ status: 'broken', message: expect.stringContaining('does not accept') }]);
    expect(JSON.stringify(findings)).not.toContain('AAAA');
  });

  it('is whether it has the commands of this Dateline', async () => {
    expect(await asked()).toMatchObject([
      {},
      { status: 'attention', message: expect.stringContaining('other commands') },
    ]);
  });

  it('is whether the bot is in its one server, and may answer in its servers', async () => {
    await register();
    discord.world.botPermissions = 1n << 10n;
    expect((await asked())[1]?.message).toMatch(/^in 1 of 1 servers the bot lacks a permission/);
    discord.world.isInvited = false;
    expect((await asked({ DISCORD_GUILD_ID: discord.world.guildId }))[1]?.message).toMatch(/not in the server/);
  });

  it('is whether the public key is of the same application', async () => {
    await register();
    expect((await asked({ DISCORD_PUBLIC_KEY: 'ab'.repeat(32) }))[1]?.status).toBe('broken');
  });

  it('is how many connections are left for today', async () => {
    await register();
    discord.world.sessionsLeft = 12;
    expect((await asked())[1]?.message).toMatch(/^only 12 of 1000 connections are left/);
  });

  it('is what time it is there', async () => {
    const examination = examineBot({
      token: discord.token,
      apiUrl: discord.apiUrl,
      guildId: null,
      publicKey: null,
      commands,
      now: () => Date.now() + 600_000,
    });
    expect((await examination).clockAheadMs).toBeGreaterThan(590_000);
  });
});

describe('what the doctor finds out about the machine', () => {
  const serve = async (answer: string) => {
    const server = createServer((_request, response) => void response.end(answer));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const PORT = String((server.address() as AddressInfo).port);
    const findings = of(await examined({ environment: { PORT } }), 'HTTP');
    server.close();
    return findings;
  };

  it('is whether its port is free, taken by a Dateline, or by something else', async () => {
    expect(await serve('{"ready":true,"corpus":"open"}')).toMatchObject([
      { status: 'ok', message: expect.stringContaining('a Dateline serves') },
    ]);
    expect(await serve('hello')).toMatchObject([{ status: 'broken', message: expect.stringContaining('set PORT') }]);
  });

  it.skipIf(process.getuid?.() === 0)('is whether articles can be added', async () => {
    const corpus = join(folder, 'corpus');
    mkdirSync(corpus, { mode: 0o555 });
    expect(of(await examined({ corpus }), 'Feeding')).toMatchObject([{ status: 'attention' }]);
  });

  it('is that articles are added where they may be', async () => {
    expect(of(await examined({ corpus: folder }), 'Feeding')).toMatchObject([
      { status: 'ok', message: `“dateline add” may write into ${folder}.` },
    ]);
  });
});

describe('the findings', () => {
  it('are a line each, with what needs attention in bold on a terminal', () => {
    const findings: Finding[] = [
      { check: 'A', status: 'ok', message: 'fine.' },
      { check: 'B', status: 'broken', message: 'mend it.' },
    ];
    expect(drawFindings(findings, PLAIN)).toBe('ok      A: fine.\nbroken  B: mend it.');
    expect(drawFindings(findings, ANSI)).toContain('\u001b[1mbroken  B: mend it.\u001b[22m');
  });
});
