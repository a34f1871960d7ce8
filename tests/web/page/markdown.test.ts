import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawHeadline, drawQuotation, escapeLine } from '../../../src/discord/markdown.js';
import { oneLine } from '../../../src/english/visibleText.js';
import { readMarkdown } from '../../../src/web/page/markdown.js';
import { nastyText } from '../../discord-bot/texts.js';

const textOf = (markdown: string) =>
  readMarkdown(markdown)
    .flatMap(({ lines }) => lines.map((line) => line.map(({ text }) => text).join('')))
    .join('\n');

describe('a message’s markdown', () => {
  it('has lines, quotations, and gaps between what belongs apart', () => {
    expect(
      readMarkdown('Lead:\n\n> One\n> two\nSource').map(({ kind, lines, gap }) => [kind, lines.length, gap]),
    ).toEqual([
      ['line', 1, false],
      ['quotation', 2, true],
      ['line', 1, false],
    ]);
  });

  it('has bold words and links, and links within bold', () => {
    expect(readMarkdown(`${drawHeadline('Ferry [late]', 'https://news.example/1')} **now** then`)[0]?.lines).toEqual([
      [
        { kind: 'link', text: 'Ferry [late]', bold: true, url: 'https://news.example/1' },
        { kind: 'text', text: ' ', bold: false },
        { kind: 'text', text: 'now', bold: true },
        { kind: 'text', text: ' then', bold: false },
      ],
    ]);
  });

  it('links to nothing but http and https, and keeps brackets that begin no link', () => {
    for (const text of ['[a](javascript:alert)', '[a](https://b', '[a] b', '[[a', 'a](https://b.example)']) {
      expect(textOf(text)).toBe(text);
    }
  });

  it('shows any text of an article or a reader as it was written', () => {
    fc.assert(
      fc.property(nastyText(300), (text) => {
        expect(textOf(escapeLine(text)).trim()).toBe(oneLine(text).trim());
        const linked = readMarkdown(drawHeadline(text, 'https://news.example/')).flatMap(({ lines }) => lines.flat());
        expect(linked.filter(({ kind }) => kind === 'link').length).toBeLessThanOrEqual(1);
        expect(readMarkdown(drawQuotation(text, [])).every(({ kind }) => kind === 'quotation')).toBe(true);
      }),
    );
  });
});
