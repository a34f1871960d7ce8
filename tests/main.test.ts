import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ended, type RunOptions, runBuilt, startBuilt } from './built.js';
import { startEmbeddingsServer } from './search/meaning/embeddingsServer.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-main-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Waits until a process has said that, and gives all that it has said by then. */
function saying(child: ChildProcessWithoutNullStreams, wanted: string): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text: string) => {
      said += text;
      if (said.includes(wanted)) resolve(said);
    });
    child.on('close', () => reject(new Error(`it ended without saying “${wanted}”:\n${said}`)));
  });
}

const start = (options: RunOptions = {}) => runBuilt('main', [], { folder, ...options });

describe('the start', () => {
  it('says what the corpus holds, that Discord is off and how to turn it on, and when it is ready', async () => {
    const { status, stdout, stderr } = await start({ input: 'who met Kim\n' });
    expect(stdout).toMatch(
      /: 4 articles, \d+ passages, 18 October 2023 to 20 October 2023; 1 without a date of its own\.\n/,
    );
    expect(stdout).toMatch(/Discord is off: DISCORD_TOKEN is not set\. To turn it on, /);
    expect(stdout).toMatch(/ready, \d+ ms/);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('without a token, a terminal or a question serves HTTP until a signal, as under a service manager', async () => {
    const child = startBuilt('main', [], { folder });
    const end = ended(child);
    child.stdin.end();
    await saying(child, 'HTTP is served until a signal ends it');
    child.kill('SIGTERM');
    const { status, stdout, stderr } = await end;
    expect(stdout).toMatch(/^Try it: http:\/\/127\.0\.0\.1:\d+$/m);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('serves HTTP while an open pipe brings no question', async () => {
    const child = startBuilt('main', [], { folder });
    const end = ended(child);
    const url = /Try it: (\S+)/.exec(await saying(child, 'is ready'))?.[1];
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect((await end).status).toBe(0);
  });

  it('has no playground to try where others reach it, unless that is asked for', async () => {
    const started = await start({ environment: { HOST: '0.0.0.0' }, input: 'who met Kim\n' });
    expect(started.stdout).not.toContain('Try it');
  });

  it('says which setting to change when its port is taken, but answers what is piped in all the same', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const environment = { PORT: String(port) };
    const [idle, asked] = [await start({ environment }), await start({ environment, input: 'who met Kim\n' })];
    other.close();
    expect(idle.stderr).toMatch(/^Port \d+ of 127\.0\.0\.1 is taken by another program: set PORT [^\n]*\n$/);
    expect(idle.status).toBe(1);
    expect(asked.stdout).toContain('Kim Jong Un on Thursday');
    expect(asked.status).toBe(0);
  });

  it('answers the questions that are piped in and ends with 0', async () => {
    const { status, stdout } = await start({ input: 'who met Kim\nwho is the president of Brazil?\n' });
    expect(stdout).toContain("Russian Foreign Minister Sergei Lavrov met with North Korea's Kim Jong Un on Thursday");
    expect(stdout).toContain('20 October 2023');
    expect(stdout).toContain("The articles don't say.");
    expect(stdout).not.toContain('nothing to do');
    expect(status).toBe(0);
  });

  it('is the same by `dateline start`', async () => {
    const { status, stdout } = await runBuilt('cli', ['start'], { folder, input: 'who met Kim\n' });
    expect(stdout).toContain('Kim Jong Un on Thursday');
    expect(status).toBe(0);
    const broken = await runBuilt('cli', ['start'], { folder, environment: { LOG_LEVEL: 'loud' } });
    expect(broken.status).toBe(78);
  });

  it('asks the endpoint of EMBEDDINGS_URL', async () => {
    const server = await startEmbeddingsServer();
    const environment = { EMBEDDINGS_URL: server.url, EMBEDDINGS_MODEL: 'letters' };
    const { status, stdout, stderr } = await start({ environment, input: 'who met Kim\n' });
    await server.close();
    expect(server.requests.flatMap(({ input }) => input)).toContain('who met Kim');
    expect(stdout).toContain('Kim Jong Un');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('says how to add an article to a folder that has none', async () => {
    mkdirSync(join(folder, 'articles'));
    const { stdout } = await start({ environment: { CORPUS: 'articles' }, input: 'who met Kim\n' });
    expect(stdout).toMatch(/^Dateline reads articles: no articles yet\. Put some into it, .*dateline add FILE/);
    expect(stdout).toContain('There are no articles yet.');
  });

  it('reports what it cannot read by file and line, and serves the rest', async () => {
    const corpus = join(folder, 'articles');
    mkdirSync(corpus);
    writeFileSync(
      join(corpus, 'good.txt'),
      ' date 2019-04-12 Lander reaches the Moon\n\nThe lander reached the Moon on Thursday.\n',
    );
    writeFileSync(join(corpus, 'empty.txt'), '');
    writeFileSync(join(corpus, 'rows.jsonl'), '{"id":"a","text":"The lander fell silent."}\nnot json\n');
    const { status, stdout } = await start({
      environment: { CORPUS: 'articles' },
      input: 'What did the lander reach?\n',
    });
    expect(stdout).toContain('Dateline reads articles: 2 articles,');
    expect(stdout).toMatch(/^- empty\.txt: /m);
    expect(stdout).toMatch(/^- rows\.jsonl:2: /m);
    expect(stdout).toContain('The lander reached the Moon on Thursday.');
    expect(status).toBe(0);
  });

  it('reads .env in the folder where it is started', async () => {
    writeFileSync(join(folder, '.env'), 'CORPUS=nowhere\n');
    const { status, stderr } = await start();
    expect(stderr).toContain('nowhere');
    expect(status).toBe(1);
  });

  it('says all that is wrong with the settings at once, without a stack trace', async () => {
    writeFileSync(join(folder, '.env'), 'DISCORD_TOKEN="Bot s3cr3t"\nMIN_CONFIDENCE=2\nLOG_LEVEL=loud\n');
    const { status, stdout, stderr } = await start();
    expect(
      stderr
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(' ')[1]),
    ).toEqual(['DISCORD_TOKEN', 'MIN_CONFIDENCE', 'LOG_LEVEL']);
    expect(stdout + stderr).not.toContain('s3cr3t');
    expect(status).toBe(78);
  });

  it('says in one line that a corpus cannot be read', async () => {
    const { status, stderr } = await start({ environment: { CORPUS: join(folder, 'nowhere') } });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(1);
  });
});

describe('the end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'comes with %s and status 0, at once when nothing is being answered',
    async (signal) => {
      const child = startBuilt('main', [], { folder });
      const end = ended(child);
      await new Promise<void>((resolve) => {
        child.stdout.on('data', (text: string) => {
          if (text.includes('ready')) resolve();
        });
      });
      const sent = performance.now();
      child.kill(signal);
      expect((await end).status).toBe(0);
      expect(performance.now() - sent).toBeLessThan(2_000);
    },
  );
});
