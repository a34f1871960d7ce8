import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bot, startBot } from './bot.js';
import { startOverHttp } from './botForAll.js';
import { expectGoodManners, isPrivate, labelsOf, plainTextOf } from './reading.js';
import { type LocalDiscord, startDiscord } from './server.js';

const TUG =
  ' date 2024-03-06 Tug tows ferry\n\nThe captain of the tug is Gail Starling. The tug left Norwick on Wednesday.\n';
/** "Send Messages" and no more. */
const MEMBER = { permissions: '2048' } as const;
/** "Manage Server" and no more. */
const MANAGER = { permissions: '32' } as const;

let corpus = '';
let discord: LocalDiscord;
let bot: Bot;
beforeAll(async () => {
  corpus = mkdtempSync(join(tmpdir(), 'dateline-corpus-'));
  discord = await startDiscord();
  bot = startBot(discord, { environment: { CORPUS: corpus, READER: 'off' } });
  await bot.ready();
});
beforeEach(async () => {
  for (const name of readdirSync(corpus)) rmSync(join(corpus, name), { recursive: true });
  writeFileSync(
    join(corpus, 'ferry.txt'),
    ' date 2024-03-05 Ferry runs aground\n\nThe ferry ran aground off Norwick on Tuesday.\n',
  );
  await discord.runCommand('corpus reload', {}, MANAGER);
});
afterEach(() => expectGoodManners(discord));
afterAll(async () => {
  await bot.kill();
  await discord.stop();
  rmSync(corpus, { recursive: true });
});

const upload = (name: string, content: string | Uint8Array, more: object = {}) => ({
  file: { name, content, ...more },
});
const add = async (options: ReturnType<typeof upload> | { link: string }, as: object = MANAGER) =>
  discord.runCommand('corpus add', { ...options }, as);
const articles = () => readdirSync(corpus).filter((name) => !name.startsWith('.'));
const changes = () =>
  readFileSync(join(corpus, '.dateline/changes.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('/corpus add', () => {
  it('takes a file in, which answers when that is said', async () => {
    const reply = await add(upload('tug.txt', TUG));
    expect(plainTextOf(reply)).toContain('Added “Tug tows ferry');
    expect(isPrivate(reply)).toBe(true);
    expect(labelsOf(reply)).toEqual([]);
    const answer = await discord.runCommand('ask', { question: 'who is the captain of the tug' });
    expect(plainTextOf(answer)).toContain('Gail Starling');
  });

  it('logs that it came by Discord, and nobody’s name or id', async () => {
    await add(upload('tug.txt', TUG), { ...MANAGER, user: 'Grace' });
    expect(changes()).toMatchObject([{ action: 'add', by: 'discord', files: ['tug.txt'] }]);
    const { id = '' } = discord.world.people.get('Grace') ?? {};
    const kept = readFileSync(join(corpus, '.dateline/changes.jsonl'), 'utf8') + bot.output();
    expect(id).not.toBe('');
    expect(kept).not.toContain(id);
    expect(kept).not.toContain('Grace');
  });

  it('says why a file is not taken', async () => {
    const twice = await add(upload('copy.txt', readFileSync(join(corpus, 'ferry.txt'))));
    expect(plainTextOf(twice)).toMatch(/Nothing was added[\s\S]*already has this very text, as ferry\.txt/);
    expect(plainTextOf(await add(upload('movie.mp4', 'x')))).toContain('Nothing was added');
    expect(articles()).toEqual(['ferry.txt']);
  });

  it('writes a file nowhere but in the corpus’s own folder', async () => {
    await add(upload('../../.dateline/tug.txt', TUG));
    expect(articles()).toEqual(['ferry.txt', 'tug.txt']);
    expect(existsSync(join(corpus, '../tug.txt'))).toBe(false);
  });

  it('fetches a file from Discord and from nowhere else', async () => {
    const seen = discord.requests.length;
    const reply = await add(upload('tug.txt', TUG, { url: 'http://127.0.0.1:9/attachments/1/2/tug.txt' }));
    expect(plainTextOf(reply)).toContain('not where Discord keeps files');
    const lookalike = await add(upload('tug.txt', TUG, { url: 'https://cdn.discordapp.com.example.org/tug.txt' }));
    expect(plainTextOf(lookalike)).toContain('not where Discord keeps files');
    expect(discord.requests.slice(seen).filter(({ path }) => path.includes('tug'))).toEqual([]);
    expect(articles()).toEqual(['ferry.txt']);
  });

  it('takes no file of more than 10 MB, whatever size is announced', async () => {
    const large = 'x'.repeat(10_000_001);
    expect(plainTextOf(await add(upload('large.txt', large)))).toContain('more than 10 MB');
    expect(plainTextOf(await add(upload('large.txt', large, { size: 10 })))).toContain('more than 10 MB');
    expect(articles()).toEqual(['ferry.txt']);
  });

  it('says that links need the owner’s leave, and that there must be something', async () => {
    expect(plainTextOf(await add({ link: 'https://example.org/tug' }))).toContain('ALLOW_FETCH=true');
    expect(plainTextOf(await discord.runCommand('corpus add', {}, MANAGER))).toContain('nothing to add');
  });
});

describe('/corpus remove and /corpus undo', () => {
  it('take an article out that was chosen by its headline, and put it back', async () => {
    const [choice] = await discord.autocomplete('corpus remove', 'article', 'aground', {}, MANAGER);
    expect(choice).toMatchObject({ value: 'ferry', name: expect.stringContaining('5 March 2024') });
    const reply = await discord.runCommand('corpus remove', { article: String(choice?.value) }, MANAGER);
    expect(plainTextOf(reply)).toContain('ferry.txt: taken out');
    expect(articles()).toEqual([]);
    expect(plainTextOf(await discord.runCommand('corpus undo', {}, MANAGER))).toContain('ferry.txt: put back');
    expect(articles()).toEqual(['ferry.txt']);
    expect(changes().map(({ by }) => by)).toEqual(['discord', 'discord']);
  });

  it('say what is not there without saying where the corpus is', async () => {
    const missing = plainTextOf(await discord.runCommand('corpus remove', { article: 'nothing' }, MANAGER));
    expect(missing).toContain('no article “nothing” in the corpus');
    expect(missing).not.toContain(corpus);
    expect(plainTextOf(await discord.runCommand('corpus undo', {}, MANAGER))).toContain('nothing to undo');
  });
});

describe('/corpus status', () => {
  it('says what there is, what to look at by file and line, and what was done last', async () => {
    writeFileSync(join(corpus, 'notes.md'), '---\ntitel: Tug\n---\nThe tug came late.\n');
    await add(upload('tug.txt', TUG));
    const reply = await discord.runCommand('corpus status', {}, MANAGER);
    const text = plainTextOf(reply);
    expect(text).toContain('3 articles');
    expect(text).toContain('5 March 2024 to 6 March 2024');
    expect(text).toContain('notes.md:2: “titel” is not read');
    expect(text).toMatch(/UTC: added tug\.txt \(discord\)/);
    expect(isPrivate(reply)).toBe(true);
  });
});

describe('/corpus', () => {
  it('is declared for servers, and shown to who may manage them', () => {
    const corpusCommand = discord.commands().find(({ name }) => name === 'corpus');
    expect(corpusCommand).toMatchObject({ default_member_permissions: '32', contexts: [0], integration_types: [0] });
    expect(corpusCommand?.options?.map(({ name }) => name)).toEqual([
      'add',
      'gaps',
      'reload',
      'remove',
      'settings',
      'status',
      'undo',
    ]);
  });

  it('is refused to members without Manage Server, and in direct messages, in spite of what a server lets them see', async () => {
    for (const as of [MEMBER, { where: 'dm' as const }]) {
      const reply = await add(upload('tug.txt', TUG), as);
      expect(plainTextOf(reply)).toContain('“Manage Server”');
      expect(isPrivate(reply)).toBe(true);
      expect(await discord.autocomplete('corpus remove', 'article', '', {}, as)).toEqual([]);
    }
    expect(articles()).toEqual(['ferry.txt']);
  });

  it('is in /help for who may', async () => {
    expect(plainTextOf(await discord.runCommand('help', {}, MEMBER))).not.toContain('/corpus');
    expect(plainTextOf(await discord.runCommand('help', {}, MANAGER))).toContain('/corpus add');
  });
});

/** Each starts a bot of its own, and busy machines take their time. */
const START_MS = 60_000;

describe('a bot whose owner says more', { timeout: START_MS }, () => {
  const others: Bot[] = [];
  afterEach(async () => {
    for (const other of others.splice(0)) await other.kill();
  });

  it('leaves the articles that ship with it alone, and says what to do', async () => {
    const own = await startDiscord();
    const shipped = startBot(own, { environment: { READER: 'off' } });
    others.push(shipped);
    await shipped.ready();
    const reply = await own.runCommand('corpus add', { file: { name: 'tug.txt', content: TUG } });
    expect(plainTextOf(reply)).toContain('sets CORPUS to a folder of its own');
    expect(existsSync('seeds/tug.txt')).toBe(false);
    await own.stop();
  });

  it('takes changes from the servers of CORPUS_SERVERS alone', async () => {
    const own = await startDiscord();
    const elsewhere = startBot(own, { environment: { CORPUS: corpus, READER: 'off', CORPUS_SERVERS: '11 12' } });
    others.push(elsewhere);
    await elsewhere.ready();
    const reply = await own.runCommand('corpus undo', {});
    expect(plainTextOf(reply)).toContain('not looked after from this server');
    const help = plainTextOf(await own.runCommand('help', {}));
    expect(help).not.toContain('/corpus undo');
    // What is set for a server is its own.
    expect(help).toContain('/corpus settings');
    expect(plainTextOf(await own.runCommand('corpus settings', {}))).toContain('What is set for this server');
    await own.stop();
  });

  it('does the same over HTTP', async () => {
    const own = await startDiscord();
    others.push(await startOverHttp(own, { environment: { CORPUS: corpus, READER: 'off' } }));
    const reply = await own.runCommand('corpus add', { file: { name: 'tug.txt', content: TUG } }, MANAGER);
    expect(plainTextOf(reply)).toContain('Added “Tug tows ferry');
    expect(plainTextOf(await own.runCommand('corpus undo', {}, MEMBER))).toContain('“Manage Server”');
    await own.stop();
  });
});
