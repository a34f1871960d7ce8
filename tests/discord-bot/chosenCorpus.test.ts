import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Archive, createArchive, RequestError } from '../../src/archive.js';
import { corpusChooser, type OfferedCorpora, type Wanted } from '../../src/discord/chosenCorpus.js';
import { ServerBook } from '../../src/serverBook.js';

const NOTHING = { by: 'nothing' } as const;
const option = (name: string): Wanted => ({ by: 'option', name });

let folder = '';
let archive: Archive;
let other: Archive;
let book: ServerBook;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-chosen-'));
  archive = await createArchive([{ id: 'b', text: 'The bridge is closed.' }], { reader: false });
  other = await createArchive([{ id: 'h', text: 'The tug left Norwick.' }], { reader: false });
  book = new ServerBook(folder, () => undefined);
  await book.change('1', (before) => ({ ...before, event: 'harbour', channels: { 10: 'bridge' } }));
  await book.change('2', (before) => ({ ...before, event: 'flood', minConfidence: 1 }));
});
afterAll(() => rmSync(folder, { recursive: true }));

function several(): OfferedCorpora {
  const first = { name: 'bridge', archive };
  const all = [first, { name: 'harbour', archive: other }];
  return { names: ['bridge', 'harbour'], first, of: (name) => all.find((one) => one.name === name) ?? null };
}
const defaults = { minConfidence: 0.2, privateAnswers: false, allowedChannels: [] };
const chooser = () => corpusChooser({ archive, corpora: several(), servers: { book, defaults } });

describe('what a request is asked of', () => {
  it('is the only corpus where there is one, without a word of it', () => {
    const chosen = corpusChooser({ archive })({ server: '1', channels: [] }, option('harbour'));
    expect(chosen).toMatchObject({ event: null, said: null });
    expect(chosen.archive).toBe(archive);
  });

  it('is the event that it names, else its channel’s, else its server’s, else the first', () => {
    const choose = chooser();
    const of = (server: string | null, channels: string[], wanted: Wanted = NOTHING) =>
      choose({ server, channels }, wanted).event;
    expect(of('1', ['10'], option('harbour'))).toBe('harbour');
    expect(of('1', ['11', '10'])).toBe('bridge');
    expect(of('1', ['12'])).toBe('harbour');
    expect(of('3', ['10'])).toBe('bridge');
    expect(of(null, ['10'])).toBe('bridge');
    expect(choose(undefined, NOTHING).event).toBe('bridge');
  });

  it('falls back from an event that is gone, and says so', () => {
    expect(chooser()({ server: '2', channels: [] }, NOTHING)).toMatchObject({
      event: 'bridge',
      said: 'Event: bridge (“flood” is not here any more)',
    });
  });

  it('is nothing where the event that is named, or that a button is from, is not there', () => {
    expect(() => chooser()(undefined, option('flood'))).toThrow(RequestError);
    expect(() => chooser()(undefined, { by: 'button', name: 'flood' })).toThrow('not here any more');
  });

  it('answers as surely as its server wants it', async () => {
    const of = (server: string) => chooser()({ server, channels: [] }, option('bridge')).archive;
    expect((await of('2').ask('what is closed')).status).toBe('not-found');
    expect(of('1')).toBe(archive);
  });

  it('can be changed only where anything can', () => {
    const corpora = several();
    const keeper = {} as never;
    const held = { ...corpora, first: { ...corpora.first, keeper }, of: () => null };
    expect(corpusChooser({ archive, corpora: held })(undefined, NOTHING).keeper).toBeUndefined();
    expect(corpusChooser({ archive, keeper, corpora: held })(undefined, NOTHING).keeper).toBe(keeper);
  });
});
