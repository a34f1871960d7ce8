/** Marks a place where words were left out. */
const ELISION = '…';

// Advance widths of Inter in ems, by groups; a little wide, so that what is measured to fit does.
const NARROW = /[iljtfrI.,:;'’‘|!()[\]\s-]/u;
const WIDE = /[mwMW@%—…]/u;
const CAPITAL = /[\p{Lu}\d“”"&?#$€£]/u;
const LATIN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{P}\p{S}\p{N}\s]/u;

/** How wide a text is drawn. @returns in the unit of `size`, rather too wide than too narrow */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) {
    if (!LATIN.test(letter)) ems += 1;
    else if (NARROW.test(letter)) ems += 0.33;
    else if (WIDE.test(letter)) ems += 0.9;
    else ems += CAPITAL.test(letter) ? 0.67 : 0.57;
  }
  return ems * size;
}

/** Cuts a text to a width, with "…" where it was cut. */
export function cutToWidth(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && widthOf(`${letters.join('')}${ELISION}`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}${ELISION}`;
}

/** Breaks a text into lines of a width, at most so many; the last is cut where there is more. */
export function wrapText(text: string, size: number, width: number, most: number): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  let line = '';
  for (const [i, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size) > width) {
      if (lines.length === most - 1) {
        lines.push(cutToWidth([line, ...words.slice(i)].join(' '), size, width));
        return lines;
      }
      lines.push(cutToWidth(line, size, width));
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(cutToWidth(line, size, width));
  return lines;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

// What XML 1.0 allows as a character (https://www.w3.org/TR/xml/#charsets); one other and the whole picture fails.
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text as XML can hold it. */
export function escapeXml(text: string): string {
  return text.replace(NOT_XML, '\uFFFD').replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');
}
