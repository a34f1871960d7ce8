import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRespondent } from '../../src/terminal/respondent.js';
import { runBuilt } from '../built.js';
import { type LocalDiscord, startDiscord } from '../discord/server.js';

let discord: LocalDiscord;
let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-init-'));
  discord = await startDiscord();
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await discord.stop();
});

const init = (input: string, apiUrl = discord.apiUrl) =>
  runBuilt('cli', ['init'], { folder, input, environment: { DISCORD_API_URL: apiUrl } });
const dotenv = () => readFileSync(join(folder, '.env'), 'utf8');

describe('dateline init', () => {
  it('checks the token, makes the folder, writes .env for its owner alone, and prints the link that invites', async () => {
    const { status, stdout, stderr } = await init(`${discord.token}\narticles\n\n`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(dotenv()).toBe(`DISCORD_TOKEN=${discord.token}\nCORPUS=articles\n`);
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(folder, 'articles'))).toBe(true);
    expect(stdout).toContain(`client_id=${discord.world.applicationId}`);
    expect(stdout).not.toContain(discord.token);
  });

  it('keeps the token that is set, and every line that it does not ask for', async () => {
    writeFileSync(join(folder, '.env'), `# mine\nDISCORD_TOKEN=${discord.token}\nPORT=0\n`, { mode: 0o644 });
    const { status } = await init('\nnews\ny\n');
    expect(status).toBe(0);
    expect(dotenv()).toBe(`# mine\nDISCORD_TOKEN=${discord.token}\nPORT=0\nCORPUS=news\n`);
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
  });

  it('asks for no folder where CORPORA names several, which would not go with one', async () => {
    writeFileSync(join(folder, '.env'), `CORPORA=events/*\n`);
    const { status, stdout } = await init(`${discord.token}\n`);
    expect(status).toBe(0);
    expect(stdout).toContain('The articles are those of CORPORA=events/*.');
    expect(dotenv()).toBe(`CORPORA=events/*\nDISCORD_TOKEN=${discord.token}\n`);
  });

  it('leaves the examples in place where no folder is named', async () => {
    const { status, stdout } = await init(`${discord.token}\n\n`);
    expect(status).toBe(0);
    expect(stdout).toContain('The four examples answer until CORPUS names a folder');
    expect(dotenv()).toBe(`DISCORD_TOKEN=${discord.token}\n`);
    expect(existsSync(join(folder, 'articles'))).toBe(false);
  });

  it('asks for no folder where CORPUS is a database, and shows nothing of its address', async () => {
    writeFileSync(join(folder, '.env'), 'CORPUS=postgres://user:s3cr3t@host/news\n');
    const { status, stdout, stderr } = await init(`${discord.token}\n`);
    expect(status).toBe(0);
    expect(stdout).toContain('The articles are those of the database that CORPUS names.');
    expect(stdout + stderr).not.toContain('s3cr3t');
    expect(dotenv()).toBe(`CORPUS=postgres://user:s3cr3t@host/news\nDISCORD_TOKEN=${discord.token}\n`);
  });

  it('takes the address of a database, and makes no folder of it', async () => {
    const { status } = await init(`${discord.token}\npostgres://user:pass@host/news\n`);
    expect(status).toBe(0);
    expect(dotenv()).toContain('CORPUS=postgres://user:pass@host/news\n');
    expect(existsSync(join(folder, 'postgres:'))).toBe(false);
  });

  it('refuses a wrong token in a sentence, without repeating it, and writes nothing', async () => {
    const { status, stdout, stderr } = await init('not.the.token\n');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Discord does not accept DISCORD_TOKEN: [^\n]+\n$/);
    expect(stdout + stderr).not.toContain('not.the.token');
    expect(existsSync(join(folder, '.env'))).toBe(false);
  });

  it('keeps a token that cannot be checked, and says so', async () => {
    const { status, stdout } = await init('a.b.c\n\n', 'http://127.0.0.1:1/api');
    expect(status).toBe(0);
    expect(stdout).toMatch(/cannot be reached .* The token is kept unchecked/);
    expect(stdout).toContain('It does not look like a bot token: copy it again');
    expect(dotenv()).toContain('DISCORD_TOKEN=a.b.c');
    const shaped = await init(`${'A'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}\n\n`, 'http://127.0.0.1:1/api');
    expect(shaped.stdout).not.toContain('does not look like');
  });

  it('says in a sentence that a corpus cannot be used', async () => {
    writeFileSync(join(folder, 'notes.doc'), '');
    expect((await init('\nnotes.doc\n')).stderr).toBe('notes.doc is no folder and no .jsonl file.\n');
    expect((await init('\nnews\nno\n')).stderr).toBe('news is not there, and was not to be created.\n');
  });
});

describe('a hidden answer', () => {
  it('is not drawn, and the next one is', async () => {
    let drawn = '';
    const output = new Writable({
      write(chunk, _encoding, done) {
        drawn += chunk;
        done();
      },
    });
    const input = new PassThrough();
    const respondent = openRespondent({ input, output, interactive: true });
    const token = respondent.askHidden('Token: ');
    input.write('s3cr3t\n');
    expect(await token).toBe('s3cr3t');
    const corpus = respondent.ask('Folder: ');
    input.write('news\n');
    expect(await corpus).toBe('news');
    respondent.end();
    expect(drawn).toContain('Token: ');
    expect(drawn).toContain('news');
    expect(drawn).not.toContain('s3cr3t');
  });
});
