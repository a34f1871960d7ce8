import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawFindings, examine, type Finding, type Patient } from '../../src/terminal/doctor.js';
import { ANSI, PLAIN } from '../../src/terminal/style.js';
import { startEmbeddingsServer } from '../search/meaning/embeddingsServer.js';

/** Of the shape of a real token, and of no bot. */
const TOKEN = `${'A'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function examined(over: Partial<Patient> = {}): Promise<Finding[]> {
  return examine({ environment: {}, dotenv: join(folder, '.env'), corpus: undefined, nodeVersion: '20.20.2', ...over });
}
const of = (findings: Finding[], check: string) => findings.filter((finding) => finding.check === check);

describe('the doctor', () => {
  it('finds a fresh clone in order', async () => {
    const findings = await examined();
    expect(findings.map(({ check, status }) => [check, status])).toEqual([
      ['Node.js', 'ok'],
      ['Settings', 'ok'],
      ['Discord', 'ok'],
      ['Corpus', 'ok'],
      ['Word vectors', 'ok'],
      ['Embeddings', 'ok'],
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
    expect(unchecked.map(({ check }) => check)).toEqual(['Discord', 'Corpus', 'Embeddings']);
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

  it('judges a token by its shape and never prints it', async () => {
    const good = await examined({ environment: { DISCORD_TOKEN: TOKEN } });
    expect(of(good, 'Discord')[0]?.status).toBe('ok');
    const bad = await examined({ environment: { DISCORD_TOKEN: 'client-secret' } });
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
