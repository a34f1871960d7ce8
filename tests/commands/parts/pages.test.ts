import { describe, expect, it } from 'vitest';
import { pageButtons, pageNumber, position } from '../../../commands/parts/pages.js';

describe('pages', () => {
  it('are leafed through by two arrows that name the page they lead to', () => {
    expect(pageButtons(1, 3).map(({ label, arg, disabled }) => [label, arg, disabled])).toEqual([
      ['◀', '0', false],
      ['▶', '2', false],
    ]);
  });

  it('end at the first and the last, where the arrow is grey', () => {
    expect(pageButtons(0, 3).map(({ disabled }) => disabled)).toEqual([true, false]);
    expect(pageButtons(2, 3).map(({ disabled }) => disabled)).toEqual([false, true]);
  });

  it('call the action that they are told, and one and the same unless told', () => {
    expect(pageButtons(0, 2, 'more').map(({ action }) => action)).toEqual(['more', 'more']);
    expect(new Set(pageButtons(0, 2).map(({ action }) => action)).size).toBe(1);
  });

  it('are counted from one for the reader', () => {
    expect(position(0, 5)).toBe('1 of 5');
  });

  it('are not spoken of when there is only one, or none', () => {
    for (const pages of [0, 1]) expect([pageButtons(0, pages), position(0, pages)]).toEqual([[], undefined]);
  });

  it('are kept within what there is, whatever an old button asks for', () => {
    expect(['2', '7', '-1', 'x', ''].map((arg) => pageNumber(arg, 3))).toEqual([2, 2, 0, 0, 0]);
    expect(pageNumber('4', 0)).toBe(0);
  });
});
