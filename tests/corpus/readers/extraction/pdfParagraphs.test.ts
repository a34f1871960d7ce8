import { describe, expect, it } from 'vitest';
import { type PdfPiece, pdfParagraphs } from '../../../../src/corpus/readers/extraction/pdfParagraphs.js';

/** Lines of a page, 14 points apart; a number among them is a wider gap. */
function page(...lines: (string | number)[]): PdfPiece[] {
  let y = 800;
  return lines.flatMap((line) => {
    y -= typeof line === 'number' ? line : 14;
    return typeof line === 'number' ? [] : [{ str: line, x: 50, y, width: line.length * 5, fontSize: 11 }];
  });
}

const LINE = 'The ferry ran aground off Norwick in the night, as the fog was thick';

describe('the paragraphs of a PDF', () => {
  it('are lines put together, parted at wide gaps', () => {
    expect(pdfParagraphs([page(LINE, 'and nobody saw it.', 12, LINE, LINE, 'and it sank.')]).text).toBe(
      `${LINE} and nobody saw it.\n\n${LINE} ${LINE} and it sank.`,
    );
  });

  it('are parted below a short line that ends a sentence', () => {
    expect(pdfParagraphs([page(LINE, 'and sank.', LINE, LINE)]).text).toBe(`${LINE} and sank.\n\n${LINE} ${LINE}`);
  });

  it('go on over the end of a page, without its number and running head', () => {
    const pages = [1, 2, 3].map((number) => page(`Norwick Times, page ${number}`, LINE, LINE, `${number}`));
    expect(pdfParagraphs(pages).text).toBe(Array(6).fill(LINE).join(' '));
  });

  it('have nothing of what a browser prints around a page', () => {
    const around = (number: number) => [
      '11/27/26, 11:13 AM Ferry runs aground',
      `file:///home/me/ferry.html ${number}/2`,
    ];
    const pages = [page(LINE, ...around(1)), page('and nobody saw it.', ...around(2))];
    expect(pdfParagraphs(pages).text).toBe(`${LINE} and nobody saw it.`);
  });

  it('have a word whole that a line parts, unless it is written with its hyphen elsewhere', () => {
    const parted = pdfParagraphs([page(`${LINE} govern-`, `ment ${LINE}`)]).text;
    expect(parted).toContain(' government ');
    const hyphened = pdfParagraphs([page(`A well-known ${LINE} well-`, `known ${LINE}`)]).text;
    expect(hyphened).toContain(' well-known The');
  });

  it('put the pieces of a line together, with a space where there is a gap', () => {
    const pieces = [
      { str: 'The fer', x: 50, y: 700, width: 40, fontSize: 11 },
      { str: 'ry', x: 90, y: 700, width: 10, fontSize: 11 },
      { str: 'sank.', x: 110, y: 700, width: 25, fontSize: 11 },
    ];
    expect(pdfParagraphs([pieces]).text).toBe('The ferry sank.');
  });

  it('have a title where large letters head the first page', () => {
    const head = { str: 'Ferry runs aground', x: 50, y: 820, width: 200, fontSize: 20 };
    expect(pdfParagraphs([[head, ...page(LINE, LINE, LINE)]]).title).toBe('Ferry runs aground');
    expect(pdfParagraphs([page(LINE, LINE, LINE)]).title).toBeNull();
  });
});
