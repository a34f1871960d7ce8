import { beforeAll, describe, expect, it } from 'vitest';
import { type Archive, createArchive, RequestError } from '../../src/archive.js';
import { AskedEvent } from '../../src/terminal/askedEvent.js';

let [harbour, bridge]: (Archive | null)[] = [null, null];
beforeAll(async () => {
  harbour = await createArchive([{ id: 'a', text: 'The tug left Norwick.' }], { reader: false });
  bridge = await createArchive([{ id: 'b', text: 'The bridge is closed.' }], { reader: false });
});

function several() {
  if (!harbour || !bridge) throw new Error('not opened');
  const first = { name: 'bridge', archive: bridge };
  const all = [first, { name: 'harbour', archive: harbour }];
  const of = (name: string) => all.find((one) => one.name === name.trim().toLowerCase()) ?? null;
  return { archive: bridge, corpora: { names: ['bridge', 'harbour'], first, of } };
}

describe('the event that a prompt asks', () => {
  it('is the first, until a line chooses another, with a slash or without', () => {
    const asking = new AskedEvent(several());
    expect(asking.archive).toBe(bridge);
    expect(asking.choose('event')).toBe('Questions go to bridge. There are bridge, harbour.');
    expect(asking.choose('event Harbour')).toBe('Questions go to harbour from now on.');
    expect(asking.archive).toBe(harbour);
    asking.choose('/event bridge');
    expect(asking.archive).toBe(bridge);
  });

  it('is not chosen by a question that begins so', () => {
    const asking = new AskedEvent(several());
    expect(asking.choose('event called off by whom')).toBeNull();
    expect(asking.choose('eventually, who left')).toBeNull();
  });

  it('must be there', () => {
    const asking = new AskedEvent(several());
    expect(() => asking.choose('/event flood')).toThrow(RequestError);
    expect(asking.archive).toBe(bridge);
  });

  it('is completed while its name is typed', () => {
    const asking = new AskedEvent(several());
    expect(asking.complete('/event H')).toEqual([['harbour'], 'H']);
    expect(asking.complete('event ')).toEqual([['bridge', 'harbour'], '']);
    expect(asking.complete('/ask who')).toBeNull();
  });

  it('is nothing to choose where there is one', () => {
    const { archive } = several();
    const asking = new AskedEvent({ archive });
    expect(asking.choose('event')).toBeNull();
    expect(asking.archive).toBe(archive);
  });
});
