import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';
import { readDotenvFile } from '../src/dotenv.js';
import { idleSettings, withDotenv } from '../src/settings/dotenvSettings.js';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-dotenv-'));
  file = join(folder, '.env');
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(written: string | Buffer) {
  writeFileSync(file, written);
  const { values, idleLines } = readDotenvFile(file);
  return { values, idleLines };
}

describe('a .env file', () => {
  const written = 'CORPUS=Zeitungen/Küste\r\nLOG_LEVEL=warn\r\n';
  const utf16 = Buffer.from(`\uFEFF${written}`, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(written)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${written}`)],
    ['UTF-16, little end first', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ])('may be %s', (_, bytes) => {
    expect(read(bytes)).toEqual({ values: { CORPUS: 'Zeitungen/Küste', LOG_LEVEL: 'warn' }, idleLines: [] });
  });

  it.each([
    ['CORPUS=articles', 'articles'],
    ['CORPUS = articles', 'articles'],
    ['  export CORPUS=articles', 'articles'],
    ['CORPUS: articles', 'articles'],
    ['CORPUS="my articles"', 'my articles'],
    ["CORPUS='my articles'", 'my articles'],
    ['CORPUS=', ''],
    ['CORPUS=a=b', 'a=b'],
  ])('sets a value: %j', (line, value) => {
    expect(read(`${line}\n`)).toEqual({ values: { CORPUS: value }, idleLines: [] });
  });

  it.each([
    ['CORPUS=news#2', 'news#2'],
    ['CORPUS=news#2 # ours', 'news#2'],
    ['CORPUS=news # ours', 'news'],
    ['CORPUS=news\t#ours', 'news'],
    ['CORPUS="news # all"', 'news # all'],
    ['CORPUS="news" # ours', 'news'],
    ["CORPUS='#1' # ours", '#1'],
    ['CORPUS=# none yet', ''],
    ['CORPUS= # none yet', ''],
    ['CORPUS=#', ''],
    ['CORPUS=#general', '#general'],
    ['CORPUS= #general # ours', '#general'],
    ['CORPUS=old#1\nCORPUS=new', 'new'],
  ])('has a comment behind a space, and "#" in a name: %j', (line, value) => {
    expect(read(`${line}\nLOG_LEVEL=warn\n`).values).toEqual({ CORPUS: value, LOG_LEVEL: 'warn' });
  });

  it.each(['# a comment', '  # CORPUS=articles', '', '   ', '#'])(
    'may have lines that are to set nothing: %j',
    (line) => {
      expect(read(`${line}\nLOG_LEVEL=warn\n${line}`)).toEqual({ values: { LOG_LEVEL: 'warn' }, idleLines: [] });
    },
  );

  it('may have a value of several lines', () => {
    expect(read('CORPUS="one\ntwo"\nLOG_LEVEL=warn\n')).toEqual({
      values: { CORPUS: 'one\ntwo', LOG_LEVEL: 'warn' },
      idleLines: [],
    });
  });

  it('that is not there is the system’s error', () => {
    expect(() => readDotenvFile(join(folder, 'none'))).toThrow(/ENOENT/);
  });
});

describe('a line that sets nothing', () => {
  it.each([
    ['CORPUS articles', 'CORPUS'],
    ['LOG LEVEL=warn', 'LOG LEVEL'],
    ['DISCORD TOKEN: s3cr3t', 'DISCORD TOKEN'],
    ['=s3cr3t', ''],
    ['DISCORD_TOKENs3cr3t', ''],
    ['s3cr3t.s3cr3t', ''],
    ['some words', ''],
  ])('is told by its number and the name that it begins with: %j', (line, start) => {
    expect(read(`LOG_LEVEL=warn\r\n\r\n${line}\r\n`).idleLines).toEqual([{ line: 3, start }]);
  });

  it('is counted past a value of several lines', () => {
    expect(read('CORPUS="one\ntwo"\nsome words\n').idleLines).toEqual([{ line: 3, start: '' }]);
  });
});

describe('what is to restrict', () => {
  const laid = (written: string, environment: Record<string, string> = {}) => {
    writeFileSync(file, written);
    return withDotenv(file, environment);
  };

  it.each(['ALLOWED_CHANNELS', 'CORPUS_SERVERS', 'DISCORD_GUILD_ID', 'PRIVATE_ANSWERS'])(
    'is not taken for blank where a comment stands in its place: %s',
    (name) => {
      expect(() => laid(`LOG_LEVEL=warn\n${name}=# general\n`)).toThrow(
        `${file}:2 leaves ${name} blank, as “#” begins a comment there: write the value right behind “=”, or put the comment on a line of its own.`,
      );
    },
  );

  it.each(['#general', ' #general', '"#general"', '#general, #news'])(
    'is refused where %j names no channel',
    (value) => {
      expect(() => readConfig(laid(`ALLOWED_CHANNELS=${value}\n`))).toThrow(
        /^ALLOWED_CHANNELS must be ids of channels/,
      );
    },
  );

  it('may be blank, have a comment behind its value, or be set by hand or further down', () => {
    expect(laid('ALLOWED_CHANNELS=\n')).toEqual({ ALLOWED_CHANNELS: '' });
    expect(laid('ALLOWED_CHANNELS=12 # general\n')).toEqual({ ALLOWED_CHANNELS: '12' });
    expect(laid('ALLOWED_CHANNELS=# none yet\nALLOWED_CHANNELS=12\n')).toEqual({ ALLOWED_CHANNELS: '12' });
    expect(laid('ALLOWED_CHANNELS=# none yet\n', { ALLOWED_CHANNELS: '12' })).toEqual({ ALLOWED_CHANNELS: '12' });
  });

  it('is all that a comment may not stand for', () => {
    expect(laid('CORPUS=# none yet\n')).toEqual({ CORPUS: '' });
  });
});

describe('idleSettings', () => {
  function idle(written: string): string[] {
    writeFileSync(file, written);
    return idleSettings(file);
  }

  it.each([
    ['DISCORD_TOKN', 'DISCORD_TOKEN'],
    ['DISCORDTOKEN', 'DISCORD_TOKEN'],
    ['discord_token', 'DISCORD_TOKEN'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['CORPSE', 'CORPUS'],
    ['MIN_CONFIDENSE', 'MIN_CONFIDENCE'],
    ['EMBEDDING_URL', 'EMBEDDINGS_URL'],
    ['TOKEN', 'DISCORD_TOKEN'],
    ['BOT_TOKEN', 'DISCORD_TOKEN'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['channel', 'ALLOWED_CHANNELS'],
    ['KEY', 'DISCORD_PUBLIC_KEY or EMBEDDINGS_KEY or READER_KEY'],
  ])('asks whether %s was meant to be %s', (name, meant) => {
    expect(idle(`${name}=s3cr3t\n`)).toEqual([
      `${file} sets ${name}, which Dateline does not know. Did you mean ${meant}?`,
    ]);
  });

  it.each(['EDITOR', 'PATH_TO_EVERYTHING', 'WEATHER'])('names what there is where %s is like none of it', (name) => {
    const [message = '', ...more] = idle(`${name}=s3cr3t\n`);
    expect(more).toEqual([]);
    expect(message).toContain(`sets ${name}, which Dateline does not know. It knows `);
    expect(message).toContain('DISCORD_TOKEN');
    expect(message).not.toContain('Did you mean');
  });

  it('leaves alone what Docker Compose reads from it', () => {
    expect(idle('ARTICLES=/srv/news\nDATELINE_UID=1001\nDATELINE_GID=1001\n')).toEqual([]);
  });

  it('does not repeat a name that a value may be part of', () => {
    const [message = ''] = idle('EMBEDDINGS_KEYs3cr3t==\n');
    expect(message).toContain('sets a name that Dateline does not know, which is not shown');
    expect(message).not.toContain('s3cr3t');
  });

  it('tells of lines that set nothing, and repeats no value', () => {
    const messages = idle('DISCORD TOKEN=s3cr3t\nCORPUS=articles\nTOKEN_OF_MINE=s3cr3t\n');
    expect(messages).toHaveLength(2);
    expect(messages[0]).toContain(`${file}:1 sets nothing (“DISCORD TOKEN…”)`);
    expect(messages.join()).not.toContain('s3cr3t');
  });

  it('tells which of several lines for one name counts', () => {
    expect(idle('CORPUS=one\n\nCORPUS=two\nLOG_LEVEL=warn\nCORPUS=three\n')).toEqual([
      `${file} sets CORPUS in lines 1, 3 and 5, and only the last of them counts: remove the others.`,
    ]);
    expect(idle('DISCORD_TOKEN=s3cr3t\nDISCORD_TOKEN=\n')).toHaveLength(1);
    expect(idle('DISCORD_TOKEN=s3cr3t\nDISCORD_TOKEN=\n').join()).not.toContain('s3cr3t');
  });

  it('does not mind a line that is blank or the same before the one that counts', () => {
    expect(idle('CORPUS=\nCORPUS=# none yet\nCORPUS=one\nCORPUS=one\n')).toEqual([]);
  });

  it.each(['', '# DISCORD_TOKN=x\n', 'CORPUS=articles\nLOG_LEVEL=warn\nDISCORD_TOKEN=\n'])(
    'finds none in %j',
    (written) => {
      expect(idle(written)).toEqual([]);
    },
  );

  it('finds none where there is no file', () => {
    expect(idleSettings(join(folder, 'none'))).toEqual([]);
  });
});
