import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSI } from '../../src/terminal/style.js';
import { wrapLine, wrapLines } from '../../src/terminal/wrapping.js';

const LINE = 'The ferry left the harbour at noon and came back before dark.';

describe('a line on a screen', () => {
  it('is broken at words, and its further rows hang', () => {
    expect(wrapLine(LINE, { width: 24, indent: '  ', hanging: '    ' })).toBe(
      ['  The ferry left the', '    harbour at noon and', '    came back before', '    dark.'].join('\n'),
    );
  });

  it('is left whole where there is no screen', () => {
    expect(wrapLine(LINE, { width: null, indent: '  ' })).toBe(`  ${LINE}`);
  });

  it('keeps an address in one piece, however narrow the screen', () => {
    const address = 'https://news.example/2024/05/10/ferry-back-before-dark';
    expect(wrapLine(`Read ${address} now`, { width: 20 })).toBe(`Read\n${address}\nnow`);
  });

  it('has bold words closed and opened again around a break', () => {
    const rows = wrapLine(ANSI.bold(LINE), { width: 20 }).split('\n');
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect([row.slice(0, 4), row.slice(-5)]).toEqual(['\u001b[1m', '\u001b[22m']);
  });

  it('keeps letters as an article has them, composed or not', () => {
    const decomposed = 'Cafe\u0301 owners met. '.repeat(4).trim();
    expect(wrapLine(decomposed, { width: 20 })).toBe(decomposed);
  });

  it('loses nothing but the spaces at its breaks, at any width', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-z0-9.,“”é€漢]{1,15}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 120 }), (given, width) => {
        const line = given.join(' ');
        const rows = wrapLine(line, { width, indent: '  ' }).split('\n');
        expect(rows.map((row) => row.slice(2)).join(' ')).toBe(line);
      }),
    );
  });
});

describe('a text on a screen', () => {
  it('has each of its lines broken by itself, with what stands in front of it', () => {
    expect(wrapLines('The ferry left at noon.\n  - It came back before dark.\n', 16)).toBe(
      'The ferry left\n  at noon.\n  - It came\n    back before\n    dark.\n',
    );
  });
});
