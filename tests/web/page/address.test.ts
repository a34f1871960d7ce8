import { describe, expect, it } from 'vitest';
import { type Asked, addressOfAsked, readAddress } from '../../../src/web/page/address.js';

const read = (address: string) => readAddress(new URL(address, 'http://a.example').searchParams);

describe('the address of an answer', () => {
  it.each<Asked>([
    { kind: 'question', text: 'who met Kim? & why' },
    { kind: 'command', name: 'quote', given: [{ name: 'speaker', value: 'Ana López' }] },
    { kind: 'command', name: 'sources', given: [] },
  ])('asks the same again: %o', (asked) => {
    expect(read(addressOfAsked(asked))).toEqual(asked);
  });

  it('does not tell others what only the reader was to see', () => {
    const given = [{ name: 'private', value: true }];
    expect(addressOfAsked({ kind: 'command', name: 'help', given })).toBe('/?command=help');
  });

  it('asks nothing where only an article is named', () => {
    expect(read('/?article=a&start=1&end=2')).toBeNull();
    expect(read('/?q=+')).toBeNull();
  });
});
