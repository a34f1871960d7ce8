import { execFile, execFileSync, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openArchive } from '../../src/archive.js';
import { drawTable } from '../../src/terminal/table.js';
import { startDiscord } from '../../tests/discord/server.js';
import { startBotProcess } from './botProcess.js';
import { killWhileReloading } from './killWhileReloading.js';
import { startLoadedBot } from './load.js';

const CLI = fileURLToPath(new URL('../../src/cli.js', import.meta.url));
const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));
const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url));
const KILLS = 200;
/** A corpus that is read again for long takes long to be opened, so that these are fewer. */
const KILLED_RELOADS = 40;
const ARTICLE = `The lifeboat of Skerra came home.\n\n${'The lifeboat of Skerra came home on 4 May 2021 with eleven people. '.repeat(200)}\n`;
const ASKED_A_SECOND = 20;

type Row = readonly [what: string, outcome: string];

/** Ends the process in bad moments, takes its disk away, and looks for secrets in all that it says. */
export async function measureProcess(share: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-process-'));
  try {
    const rows: Row[] = [
      await stopUnderLoad(),
      await loseCorpus(folder),
      ...(await killWhileFeeding(folder, Math.max(4, Math.round(KILLS * share)))),
      await killReloads(Math.max(2, Math.round(KILLED_RELOADS * share))),
      await onDisk(folder, 'full', 'size=40k'),
      await onDisk(folder, 'read-only', 'size=1m'),
      await lookForSecrets(),
    ];
    return drawTable(rows.map((row) => [...row]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What it took before SIGTERM has to be answered, and it has to be gone in 5 s. */
async function stopUnderLoad(): Promise<Row> {
  const { discord, bot, stop } = await startLoadedBot();
  const open = new Set<string>();
  const collect = () => {
    for (const { id } of discord.takeAnswers()) open.delete(id);
  };
  for (let n = 0; n < 2 * ASKED_A_SECOND; n++) {
    open.add(
      discord.send({
        type: 2,
        command: 'ask',
        options: [{ type: 3, name: 'question', value: `who met Kim ${n % 40}` }],
      }),
    );
    await sleep(1_000 / ASKED_A_SECOND);
    collect();
  }
  const sent = 2 * ASKED_A_SECOND;
  // What is still on its way to the bot is not taken.
  await sleep(30);
  const begun = performance.now();
  const status = await bot.end();
  const took = performance.now() - begun;
  await sleep(200);
  collect();
  await stop();
  return [
    `SIGTERM while ${ASKED_A_SECOND} a second ask`,
    `${sent - open.size} of ${sent} answered, status ${status}, gone after ${(took / 1_000).toFixed(1)} s`,
  ];
}

/** The articles are in memory, so that losing their folder must not matter to who asks. */
async function loseCorpus(folder: string): Promise<Row> {
  const corpus = join(folder, 'lost');
  await cp(SEEDS, corpus, { recursive: true });
  const discord = await startDiscord();
  const bot = startBotProcess(discord, { CORPUS: corpus });
  try {
    await discord.until(() => bot.output().includes('is ready'), 'the bot did not start', 60_000);
    await rm(corpus, { recursive: true });
    await sleep(2_000);
    const reply = await discord.runCommand('ask', { question: 'who met Kim' });
    const answers = (reply.embeds[0]?.description ?? '').replaceAll('*', '').includes('Kim Jong Un');
    return ['corpus folder removed', answers ? 'goes on answering from memory' : 'does not answer any more'];
  } finally {
    bot.child.kill('SIGKILL');
    await discord.stop();
  }
}

/** What one that was killed left: whether it had said that it was done, and what is there. */
interface Left {
  readonly acknowledged: boolean;
  readonly isThere: boolean;
  readonly isWhole: boolean;
  readonly opens: boolean;
}

async function killWhileFeeding(folder: string, kills: number): Promise<Row[]> {
  const file = join(folder, 'lifeboat.txt');
  await writeFile(file, ARTICLE);
  const [plain, fed] = [join(folder, 'plain'), join(folder, 'fed')];
  await cp(SEEDS, plain, { recursive: true });
  await cp(SEEDS, fed, { recursive: true });
  const begun = performance.now();
  await feed(['add', file, '--corpus', fed], Number.POSITIVE_INFINITY);
  const whole = performance.now() - begun;

  const attempt = async (from: string, args: readonly string[], said: RegExp): Promise<Left> => {
    const corpus = await mkdtemp(join(folder, 'killed-'));
    await cp(from, corpus, { recursive: true });
    const output = await feed([...args, '--corpus', corpus], Math.random() * whole * 1.2);
    const left = await look(corpus, said.test(output));
    await rm(corpus, { recursive: true });
    return left;
  };
  const added: Left[] = [];
  const undone: Left[] = [];
  for (let kill = 0; kill < kills; kill += 2) {
    added.push(await attempt(plain, ['add', file], /^Added/m));
    undone.push(await attempt(fed, ['undo'], /taken out/));
  }
  return [
    sumUp('SIGKILL in “dateline add”', added, ({ acknowledged, isThere }) => acknowledged && !isThere),
    sumUp('SIGKILL in “dateline undo”', undone, ({ acknowledged, isThere }) => acknowledged && isThere),
  ];
}

async function killReloads(kills: number): Promise<Row> {
  const { moments, finished, broken } = await killWhileReloading(kills);
  return [
    `SIGKILL while a grown corpus is read again, ${moments} moments`,
    `${finished} had read it by then; ${broken} corpora that do not open whole`,
  ];
}

function sumUp(what: string, lefts: readonly Left[], isLost: (left: Left) => boolean): Row {
  const count = (holds: (left: Left) => boolean) => lefts.filter(holds).length;
  const said = count(({ acknowledged }) => acknowledged);
  return [
    `${what}, ${lefts.length} moments`,
    `${said} had said that it was done, ${count(isLost)} of them had lost it; ` +
      `${count(({ isWhole }) => !isWhole)} half files, ${count(({ opens }) => !opens)} corpora that do not open`,
  ];
}

/** Runs the command line and kills it after so long. @returns what it had said */
function feed(args: readonly string[], killAfter: number): Promise<string> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, READER: 'off' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += String(chunk);
    });
  const timer = Number.isFinite(killAfter) ? setTimeout(() => child.kill('SIGKILL'), killAfter) : undefined;
  return new Promise((resolve) =>
    child.on('close', () => {
      clearTimeout(timer);
      resolve(output);
    }),
  );
}

async function look(corpus: string, acknowledged: boolean): Promise<Left> {
  const texts = (await readdir(corpus)).filter((name) => name.endsWith('.txt'));
  const fed = texts.filter((name) => name.startsWith('lifeboat'));
  const contents = await Promise.all(fed.map((name) => readFile(join(corpus, name), 'utf8')));
  const archive = await openArchive(corpus, { reader: false }).catch(() => null);
  const opens = archive !== null && archive.size.articles === texts.length && archive.problems.length === 0;
  await archive?.close();
  return { acknowledged, isThere: fed.length > 0, isWhole: contents.every((text) => text === ARTICLE), opens };
}

/** Adds to a corpus on a disk that takes nothing. Only root can make one. */
async function onDisk(folder: string, kind: 'full' | 'read-only', size: string): Promise<Row> {
  const disk = join(folder, kind);
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return [`disk ${kind}`, 'not measured: only root can make such a disk'];
  }
  try {
    const file = join(folder, 'big.txt');
    await writeFile(file, ARTICLE.repeat(5));
    await cp(SEEDS, join(disk, 'articles'), { recursive: true });
    if (kind === 'read-only') execFileSync('mount', ['-o', 'remount,ro', disk]);
    const output = await feed(['add', file, '--corpus', join(disk, 'articles')], Number.POSITIVE_INFINITY);
    const left = (await readdir(join(disk, 'articles'))).filter((name) => !name.startsWith('.'));
    const seeds = await readdir(SEEDS);
    const isSame = left.length === seeds.length;
    return [
      `disk ${kind}`,
      `says “${output.trim().split('\n').at(-1)}”; the corpus is ${isSame ? 'as before' : 'changed'}`,
    ];
  } finally {
    execFileSync('umount', [disk]);
  }
}

/** Secrets that look like none of the words that it says. */
const SECRETS = {
  DISCORD_TOKEN: 'zq7Token.Kx93.secretsecret',
  EMBEDDINGS_KEY: 'zq7EmbeddingsKey',
  READER_KEY: 'zq7ReaderKey',
} as const;
const DATABASE_PASSWORD = 'zq7DatabasePassword';

/** Has everything said that it says, at the loudest, in trouble and without. */
async function lookForSecrets(): Promise<Row> {
  const discord = await startDiscord({ token: SECRETS.DISCORD_TOKEN });
  const bot = startBotProcess(discord, {
    ...SECRETS,
    LOG_LEVEL: 'trace',
    EMBEDDINGS_URL: 'http://127.0.0.1:9/v1/embeddings',
    EMBEDDINGS_MODEL: 'm',
    READER_URL: 'http://127.0.0.1:9/v1/rerank',
    READER: '',
  });
  let said = '';
  try {
    await discord.until(() => /commands registered/.test(bot.output()), 'the bot did not start', 60_000);
    for (const status of [200, 500, 502, 404, 401]) {
      if (status !== 200) discord.failNext({ status, times: 4, path: /callback$/ });
      await discord.runCommand('ask', { question: 'who met Kim' }).catch(() => null);
    }
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(bot.output())?.[0];
    for (const path of ['/metrics', '/healthz', '/nothing']) said += await (await fetch(`${address}${path}`)).text();
    said += JSON.stringify(discord.requests.map(({ path, json }) => [path, json]));
  } finally {
    said += bot.output();
    bot.child.kill('SIGKILL');
    await discord.stop();
  }
  said += await startWrongly({ CORPUS: `postgres://dateline:${DATABASE_PASSWORD}@127.0.0.1:1/news` });
  said += await startWrongly({ DISCORD_TOKEN: SECRETS.DISCORD_TOKEN, DISCORD_API_URL: 'http://127.0.0.1:9/api' });
  const found = [...Object.values(SECRETS), DATABASE_PASSWORD].filter((secret) => said.includes(secret));
  return [
    'secrets in logs, errors, metrics, replies',
    `${found.length} of 4 found in ${Math.round(said.length / 1_000)} kB`,
  ];
}

/** What it says when it cannot start. */
function startWrongly(environment: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, READER: 'off', PORT: '0', ...environment };
    const child = execFile(process.execPath, [MAIN], { cwd: tmpdir(), env, timeout: 40_000 }, (error, out, err) =>
      resolve(`${error?.message}${out}${err}`),
    );
    child.stdin?.end();
  });
}
