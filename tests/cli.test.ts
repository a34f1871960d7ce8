import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ended, type RunOptions, runBuilt, startBuilt } from './built.js';
import { startEmbeddingsServer } from './search/meaning/embeddingsServer.js';
import { chatAnswer, decisionAnswer, saying, startReaderServer } from './search/reader/remote/readerServer.js';

const KIM = "Russian Foreign Minister Sergei Lavrov met with North Korea's Kim Jong Un on Thursday";

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const dateline = (args: readonly string[], options: RunOptions = {}) => runBuilt('cli', args, { folder, ...options });
/** The objects that `--json` printed. */
const rows = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('dateline ask', () => {
  it('prints the line with its source and date, and ends with 0', async () => {
    const { status, stdout, stderr } = await dateline(['ask', 'who met Kim']);
    expect(stdout).toContain(KIM);
    expect(stdout).toContain('AFP · 20 October 2023');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('takes a question without quotation marks, and no colour goes into a pipe', async () => {
    const { status, stdout } = await dateline(['ask', 'who', 'met', 'Kim', '--limit', '1']);
    expect(stdout).toMatch(/^Lavrov meets Kim/);
    expect(stdout).not.toContain('\u001b');
    expect(stdout.match(/paragraph/g)).toHaveLength(1);
    expect(status).toBe(0);
  });

  it('shows the best line and how many more there are, which --all shows', async () => {
    const best = (await dateline(['ask', 'who met Kim'])).stdout;
    const all = (await dateline(['ask', 'who met Kim', '--all'])).stdout;
    expect(best).toMatch(/\n\n4 more lines: --all shows them\.\n$/);
    expect([best.match(/, paragraph \d/g)?.length, all.match(/, paragraph \d/g)?.length]).toEqual([1, 5]);
    expect(all).not.toContain('--all');
  });

  it('asks the endpoint of EMBEDDINGS_URL, answers without it when it fails, and says so beside the answer', async () => {
    const server = await startEmbeddingsServer();
    // A reader that may be late on a busy machine must not make the two answers differ.
    const unread = { READER: 'off' };
    const letters = { EMBEDDINGS_URL: server.url, EMBEDDINGS_MODEL: 'letters', EMBEDDINGS_KEY: 'sk-very-secret' };
    const environment = { ...unread, ...letters };
    server.behave = (request, response) => response.writeHead(401).end(`no such key: ${request.authorization}`);
    const { status, stdout, stderr } = await dateline(['ask', 'who met Kim'], { environment });
    await server.close();
    expect(server.requests[0]).toMatchObject({ model: 'letters', authorization: 'Bearer sk-very-secret' });
    expect(stdout).toBe((await dateline(['ask', 'who met Kim'], { environment: unread })).stdout);
    expect(stderr).toMatch(/^The built-in ranking stands in .*: letters at .* answered 401: [^\n]*\n$/);
    expect(stderr).not.toContain('sk-very-secret');
    expect(status).toBe(0);
  });

  it('has the server of READER_URL refuse an answer, and answers by words when it fails, with no key beside it', async () => {
    const server = await startReaderServer(saying(chatAnswer('{"line": "none"}')));
    const environment = { READER: '', READER_URL: `${server.url}/v1/chat/completions`, READER_KEY: 'rk-very-secret' };
    const refused = await dateline(['ask', 'who met Kim'], { environment });
    server.behave = saying(chatAnswer('Lavrov met Kim, and I may say so myself.'));
    const { status, stdout, stderr } = await dateline(['ask', 'who met Kim'], { environment });
    await server.close();
    expect([refused.status, refused.stderr]).toEqual([1, '']);
    expect(refused.stdout).toContain("The articles don't say.");
    expect(server.requests[0]).toMatchObject({ headers: { authorization: 'Bearer rk-very-secret' } });
    expect(stdout).toContain(KIM);
    expect(stdout).not.toContain('myself');
    expect(stderr).toMatch(/^The built-in ranking stands in .* no choice of a line\n$/);
    expect(status).toBe(0);
  });

  it('ends with 1 when the articles do not say', async () => {
    const { status, stdout } = await dateline(['ask', 'who is the president of Brazil?']);
    expect(stdout).toContain("The articles don't say.");
    expect(status).toBe(1);
  });

  it('prints the library’s answer as one line of JSON', async () => {
    const { status, stdout } = await dateline(['ask', 'who met Kim', '--json', '--limit', '2', '--source', 'AFP']);
    const [answer, ...others] = rows(stdout);
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ question: 'who met Kim', status: 'answered', closest: [] });
    expect(answer.excerpts).toHaveLength(2);
    expect(answer.excerpts[0].text).toContain(KIM);
    expect(answer.excerpts[0].article).toMatchObject({
      id: '000_591516c1a6096e95',
      agencies: ['AFP'],
      published: { date: '2023-10-20', basis: 'stated' },
    });
    expect(status).toBe(0);
  });

  it('reads questions from standard input, an answer a line, and the worst decides how it ends', async () => {
    const input = 'who met Kim\nwho is the president of Brazil?\n';
    const { status, stdout } = await dateline(['ask', '--json', '-'], { input });
    expect(rows(stdout).map((answer) => answer.status)).toEqual(['answered', 'not-found']);
    expect(status).toBe(1);
    expect((await dateline(['ask', '-'], { input: 'who met Kim\n' })).status).toBe(0);
  });

  it('gives one JSON line for each line that comes in, whatever stands there', async () => {
    const { status, stdout, stderr } = await dateline(['ask', '--json', '-'], { input: 'who met Kim\n\n???\n' });
    expect(rows(stdout)).toMatchObject([
      { question: 'who met Kim', status: 'answered' },
      { question: '', error: expect.stringContaining('Please give the question') },
      { question: '???', error: expect.stringContaining('Ask a question') },
    ]);
    expect([status, stderr]).toEqual([2, '']);
  });

  it('goes on after a question that cannot be asked', async () => {
    const input = 'who met Kim\nwhere is Lavrov\n';
    const { status, stdout, stderr } = await dateline(['ask', '--source', 'Zzyzx Gazette', '-'], { input });
    expect(stderr).toMatch(/^who met Kim: .*\nwhere is Lavrov: /);
    expect(stdout).toContain('? where is Lavrov');
    expect(status).toBe(2);
  });

  it.each([
    ['no question', ['ask']],
    ['an empty question', ['ask', '']],
    ['a question of spaces', ['ask', '  ']],
    ['an empty topic', ['compare', '']],
    ['nothing on standard input', ['ask', '-']],
    ['a date that is no day', ['ask', 'who', '--after', '2023-02-30']],
    ['an unknown source', ['ask', 'who met Kim', '--source', 'Zzyzx Gazette']],
    ['a limit that is no number', ['ask', 'who', '--limit', 'many']],
    ['an unknown option', ['ask', 'who', '--colour']],
    ['an unknown command', ['weather']],
    ['no command', []],
  ])('ends with 2 and says why for %s', async (_name, args) => {
    const { status, stdout, stderr } = await dateline(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim()).not.toBe('');
    expect(stderr).not.toMatch(/^\s+at |undefined/m);
  });

  it('keeps what it quotes from driving the terminal', async () => {
    const { stderr, status } = await dateline(['ask', 'who', '--source', 'Evil \u001b[31m Times']);
    expect(status).toBe(2);
    expect(stderr).toContain('Evil');
    expect(stderr).not.toContain('\u001b');
  });

  it('ends quietly when nobody reads on', async () => {
    const child = startBuilt('cli', ['sources'], { folder });
    child.stdout.destroy();
    const { stderr, status } = await ended(child);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('a disk that is full', () => {
  // Linux has a device that always is.
  it.skipIf(!existsSync('/dev/full')).each(['cli', 'main'])('ends %s with one sentence and 1', (entry) => {
    const file = fileURLToPath(new URL(`../dist/app/${entry}.cjs`, import.meta.url));
    const { status, stderr } = spawnSync('sh', ['-c', '"$0" "$1" $2 >/dev/full', process.execPath, file, 'sources'], {
      cwd: folder,
      env: { PATH: process.env.PATH, PORT: '0', READER: 'off' },
      input: 'who met Kim\n',
      encoding: 'utf8',
    });
    expect(stderr).toBe('The output cannot be written: there is no space left where it goes.\n');
    expect(status).toBe(1);
  });
});

describe('dateline quote', () => {
  it('prints the words with who said them', async () => {
    const { status, stdout } = await dateline(['quote', 'Lavrov', '--about', 'nuclear']);
    expect(stdout).toContain('"strategic infrastructure, including nuclear elements');
    expect(status).toBe(0);
  });

  it('prints the library’s quotes, one a line', async () => {
    const { status, stdout } = await dateline(['quote', 'Lavrov', '--json', '--limit', '3']);
    const quotes = rows(stdout);
    expect(quotes).toHaveLength(3);
    for (const quote of quotes) {
      expect(quote.speaker.name).toContain('Lavrov');
      expect(quote).toMatchObject({
        text: expect.any(String),
        direct: expect.any(Boolean),
        article: { id: expect.any(String) },
      });
    }
    expect(status).toBe(0);
  });

  it('ends with 1 for someone who says nothing', async () => {
    const { status, stdout } = await dateline(['quote', 'Zzyzx', '--json']);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });
});

describe('dateline timeline', () => {
  it('prints what happened in order, and as one entry a line', async () => {
    const { status, stdout } = await dateline(['timeline', '--from', '2023-10-17', '--json']);
    const days = rows(stdout).map((entry) => entry.when.date);
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual(days.toSorted());
    expect(status).toBe(0);
    const drawn = await dateline(['timeline', '--from', '2023-10-17']);
    expect(drawn.stdout).toContain('19 October 2023');
    expect(drawn.status).toBe(0);
  });

  it('ends with 1 when nothing is dated so early, and with 2 for a day that does not exist', async () => {
    expect((await dateline(['timeline', '--to', '1950-01-01'])).status).toBe(1);
    expect((await dateline(['timeline', '--from', '2023-02-30'])).status).toBe(2);
  });
});

describe('dateline compare', () => {
  it('lays the wordings side by side, and prints one comparison as JSON', async () => {
    const { status, stdout } = await dateline(['compare', 'nuclear', 'elements']);
    expect(stdout).toContain('nuclear components');
    expect(stdout).toContain('nuclear elements');
    expect(status).toBe(0);
    const [comparison, ...others] = rows((await dateline(['compare', 'nuclear elements', '--json'])).stdout);
    expect(comparison).toMatchObject({ topic: 'nuclear elements' });
    expect(others).toEqual([]);
  });

  it('ends with 1 for something that no article is about', async () => {
    expect((await dateline(['compare', 'xylophones'])).status).toBe(1);
  });
});

describe('dateline check', () => {
  const MESSAGE = 'Hello!\nLavrov met Kim on Monday.\nHe brought 500 horses.\n';

  it('takes a message of several lines from standard input and goes through its claims', async () => {
    const { status, stdout } = await dateline(['check', '-'], { input: MESSAGE });
    expect(stdout).toMatch(/“Lavrov met Kim on Monday\.”\n.*differently/);
    expect(stdout).toMatch(/“He brought 500 horses\.”\n.*Not in the articles/);
    expect(status).toBe(0);
  });

  it('shows six claims and says how to see the rest, or all of them', async () => {
    const input = Array.from({ length: 8 }, (_, at) => `Lavrov visited the city number ${at} in October.`).join('\n');
    const six = await dateline(['check', '-'], { input });
    expect(six.stdout).toContain('(the first 6 of 8)');
    expect(six.stdout).toMatch(/\n--all shows the rest\.\n$/);
    const all = await dateline(['check', '--all', '-'], { input });
    expect(all.stdout).toContain('city number 7');
    expect(all.stdout).not.toContain('--all');
  });

  it('prints one check as JSON, and ends with 1 when no claim is in the articles', async () => {
    const { status, stdout } = await dateline(['check', '--json', 'He brought 500 horses.']);
    expect(rows(stdout)).toMatchObject([{ claims: [{ outcome: 'not-found', text: 'He brought 500 horses.' }] }]);
    expect(status).toBe(1);
  });
});

describe('dateline sources', () => {
  it('lists every article with its date and how that is known', async () => {
    const { status, stdout } = await dateline(['sources']);
    expect(stdout).toContain('18 October 2023');
    expect(stdout).toContain('Complete News World (APA) · undated');
    expect(status).toBe(0);
  });

  it('prints one reference a line', async () => {
    const { stdout } = await dateline(['sources', '--json']);
    const known = rows(stdout).map(({ id, published }) => [id.slice(0, 3), published.basis]);
    expect(known.toSorted()).toEqual([
      ['000', 'stated'],
      ['002', 'stated'],
      ['003', expect.not.stringMatching('stated')],
      ['004', 'stated'],
    ]);
  });
});

describe('the corpus', () => {
  it('is a folder or a .jsonl file that is named, or that CORPUS names', async () => {
    const file = join(folder, 'one.jsonl');
    writeFileSync(
      file,
      '{"id":"moon","text":"The lander Beresheet reached the Moon on Friday.","published":"2019-04-12"}\n',
    );
    const named = await dateline(['sources', '--json', '--corpus', file]);
    expect(rows(named.stdout)).toMatchObject([{ id: 'moon', published: { date: '2019-04-12', basis: 'stated' } }]);
    const configured = await dateline(['sources', '--json'], { environment: { CORPUS: file } });
    expect(configured.stdout).toBe(named.stdout);
  });

  it('that cannot be read is one sentence and 2', async () => {
    const { status, stderr } = await dateline(['sources', '--corpus', join(folder, 'nowhere')]);
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('nowhere');
  });

  it('is not looked for when the settings are wrong, and every problem is said', async () => {
    const environment = { LOG_LEVEL: 'loud', MIN_CONFIDENCE: 'high' };
    const { status, stderr } = await dateline(['sources'], { environment });
    expect(status).toBe(2);
    expect(stderr).toMatch(/MIN_CONFIDENCE must be[\s\S]*LOG_LEVEL must be/);
  });
});

describe('MIN_CONFIDENCE', () => {
  it('moves the line between an answer and a refusal', async () => {
    const ask = (value: string) => dateline(['ask', 'who met Kim'], { environment: { MIN_CONFIDENCE: value } });
    expect((await ask('0')).status).toBe(0);
    expect((await ask('1')).status).toBe(1);
  });
});

describe('dateline add', () => {
  it('copies an article that reads well, and refuses it a second time', async () => {
    const corpus = join(folder, 'corpus');
    mkdirSync(corpus);
    const file = join(folder, 'landing.txt');
    writeFileSync(file, ' date 2019-04-12 Lander reaches the Moon\n\nThe lander reached the Moon on Thursday.\n');
    const first = await dateline(['add', file, '--corpus', corpus]);
    expect(first.stdout).toContain('12 April 2019');
    expect(first.status).toBe(0);
    expect(readdirSync(corpus)).toEqual(['.dateline', 'landing.txt']);
    const second = await dateline(['add', file, '--corpus', corpus]);
    expect(second.stderr).toContain('landing');
    expect(second.status).toBe(2);
  });

  it('takes several files and standard input, and ends with 2 when one was refused', async () => {
    const corpus = join(folder, 'several');
    mkdirSync(corpus);
    writeFileSync(join(folder, 'one.txt'), 'The lander fell silent above the plain.\n');
    const args = ['add', join(folder, 'one.txt'), '-', join(folder, 'none.txt'), '--corpus', corpus];
    const { status, stdout, stderr } = await dateline(args, { input: 'The lander sent a last picture.\n' });
    expect(stdout.match(/^Added /gm)).toHaveLength(2);
    expect(stderr).toMatch(/^Not added: .*There is no file/);
    expect(status).toBe(2);
  });

  it('takes an article out again, and puts it back', async () => {
    const corpus = join(folder, 'back');
    mkdirSync(corpus);
    writeFileSync(join(corpus, 'one.txt'), 'The lander fell silent above the plain.\n');
    expect((await dateline(['remove', 'one', '--corpus', corpus])).stdout).toContain('one.txt: taken out');
    expect((await dateline(['undo', '--json', '--corpus', corpus])).stdout).toBe(
      '{"action":"put back","files":["one.txt"]}\n',
    );
    expect(readdirSync(corpus)).toContain('one.txt');
    expect((await dateline(['undo', '--corpus', corpus])).status).toBe(2);
  });

  it('never adds to the articles that ship, and makes a corpus only when told to', async () => {
    const home = join(folder, 'home');
    mkdirSync(home);
    writeFileSync(join(home, 'one.txt'), 'The lander fell silent above the plain.\n');
    const refused = await dateline(['add', 'one.txt'], { folder: home });
    expect(refused.stderr).toContain('Say --yes');
    expect(refused.status).toBe(2);
    expect((await dateline(['add', 'one.txt', '--yes'], { folder: home })).status).toBe(0);
    expect(readdirSync(join(home, 'articles'))).toContain('one.txt');
    expect((await dateline(['ask', 'lander', '--limit', '1'], { folder: home })).stdout).toContain('fell silent');
  });

  it('fetches nothing unless that is allowed', async () => {
    const corpus = join(folder, 'offline');
    mkdirSync(corpus);
    const { stderr } = await dateline(['add', 'http://127.0.0.1/', '--corpus', corpus]);
    expect(stderr).toContain('unless ALLOW_FETCH=true is set');
    const allowed = { environment: { ALLOW_FETCH: 'true' } };
    const { stderr: after } = await dateline(['add', 'http://127.0.0.1/', '--corpus', corpus], allowed);
    expect(after).toContain('not public');
  });
});

describe('dateline eval', () => {
  const row = (id: string, q: string, gold: readonly string[]) =>
    JSON.stringify({ id, kind: 'k', q, answerable: gold.length > 0, gold: gold.map((text) => ({ text })) });

  it('measures a set without and with the server of READER_URL, and draws no bar into a pipe', async () => {
    const file = join(folder, 'mine.jsonl');
    writeFileSync(
      file,
      `${row('q1', 'who met Kim', ['met with North Korea'])}\n\n${row('q2', 'who is the president of Brazil?', [])}\n`,
    );
    const server = await startReaderServer(saying(decisionAnswer('none')));
    const environment = { READER: '', READER_URL: `${server.url}/v1/systemone`, READER_MODEL: 'kev' };
    const { status, stdout, stderr } = await dateline(['eval', file, '--json'], { environment });
    await server.close();
    const [measured] = rows(stdout);
    expect(measured).toMatchObject({ questions: 2, answerable: 1, reader: { asked: 2, silent: 0 } });
    expect(measured.reader.name).toMatch(/^kev at /);
    expect(measured.measures.rightFirst).toMatchObject({ without: 1, with: 0, difference: -1 });
    expect([status, stderr]).toEqual([0, '']);
  });

  it('names file and line of what is wrong, and ends with 2', async () => {
    const file = join(folder, 'broken.jsonl');
    writeFileSync(file, `${row('q1', 'who met Kim', ['met'])}\n{"id": \n${row('q1', 'who sang', [])}\n`);
    const { status, stdout, stderr } = await dateline(['eval', file]);
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(`${file}:2: is no JSON`);
    expect(lines[1]).toBe(`${file}:3: id "q1" is taken by line 1`);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('ends with 2 for a set that is not there', async () => {
    const { status, stderr } = await dateline(['eval', 'nowhere.jsonl']);
    expect([status, stderr]).toEqual([2, 'nowhere.jsonl cannot be read (ENOENT).\n']);
  });
});

describe('dateline doctor', () => {
  it('finds all in order on a fresh clone', async () => {
    const { status, stdout } = await dateline(['doctor']);
    expect(stdout).toMatch(/^ok +Node\.js: version /);
    expect(stdout).toContain('4 articles');
    expect(status).toBe(0);
  });

  it('ends with 2 when something is broken, and prints no secret', async () => {
    const environment = { DISCORD_TOKEN: 'Bot s3cr3t', CORPUS: join(folder, 'nowhere') };
    const { status, stdout, stderr } = await dateline(['doctor', '--json'], { environment });
    expect(rows(stdout).filter((finding) => finding.status === 'broken')).not.toEqual([]);
    expect(stdout + stderr).not.toContain('s3cr3t');
    expect(status).toBe(2);
  });
});

describe('the help', () => {
  it('is there for everything, and is no mistake', async () => {
    const { status, stdout } = await dateline(['--help']);
    for (const name of [
      'ask',
      'quote',
      'timeline',
      'compare',
      'check',
      'sources',
      'add',
      'remove',
      'undo',
      'doctor',
      'init',
      'start',
    ])
      expect(stdout).toMatch(new RegExp(`^ +${name} `, 'm'));
    expect(status).toBe(0);
    expect((await dateline(['ask', '--help'])).status).toBe(0);
    expect((await dateline(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
