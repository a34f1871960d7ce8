import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

const start = (options: RunOptions = {}) => runBuilt('main.js', [], { folder, ...options });

describe('the start', () => {
  it('says what the corpus holds, that Discord is off and how to turn it on, and when it is ready', async () => {
    const { status, stdout, stderr } = await start();
    expect(stdout).toMatch(
      /: 4 articles, \d+ passages, 18 October 2023 to 20 October 2023; 1 without a date of its own\.\n/,
    );
    expect(stdout).toMatch(/Discord is off: DISCORD_TOKEN is not set\. To turn it on, /);
    expect(stdout).toMatch(/ready, \d+ ms/);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('without a token, a terminal or a question says that there is nothing to do', async () => {
    expect((await start()).stdout).toMatch(/There is nothing to do: .*\n$/);
  });

  it('answers the questions that are piped in and ends with 0', async () => {
    const { status, stdout } = await start({ input: 'who met Kim\nwho is the president of Brazil?\n' });
    expect(stdout).toContain("Russian Foreign Minister Sergei Lavrov met with North Korea's Kim Jong Un on Thursday");
    expect(stdout).toContain('20 October 2023');
    expect(stdout).toContain("The articles don't say.");
    expect(stdout).not.toContain('nothing to do');
    expect(status).toBe(0);
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
    expect(status).toBe(1);
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
      const child = startBuilt('main.js', [], { folder });
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
