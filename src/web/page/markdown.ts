/**
 * Reads what a message of Dateline's has of Discord's markdown: bold, links with a label, quotations, and backslashes before
 * whatever would format. Everything else shows as it stands.
 */

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly bold: boolean }
  | { readonly kind: 'link'; readonly text: string; readonly bold: boolean; readonly url: string };

export interface MarkdownBlock {
  readonly kind: 'line' | 'quotation';
  readonly lines: readonly (readonly Inline[])[];
  /** Whether a blank line stands before it. */
  readonly gap: boolean;
}

const QUOTATION = '> ';
/** Where a label ends and its address begins and ends; labels have their brackets escaped, addresses have none. */
const ADDRESS = /^\]\((https?:\/\/[^\s()<>]+)\)/;

/** The blocks of a text, from top to bottom. */
export function readMarkdown(text: string): MarkdownBlock[] {
  const blocks: { kind: MarkdownBlock['kind']; lines: Inline[][]; gap: boolean }[] = [];
  let gap = false;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      gap = blocks.length > 0;
      continue;
    }
    const kind = line.startsWith(QUOTATION) ? 'quotation' : 'line';
    const inline = readInline(kind === 'quotation' ? line.slice(QUOTATION.length) : line);
    const last = blocks.at(-1);
    if (last?.kind === 'quotation' && kind === 'quotation' && !gap) last.lines.push(inline);
    else blocks.push({ kind, lines: [inline], gap });
    gap = false;
  }
  return blocks;
}

/** One line, gone through once. */
function readInline(line: string): Inline[] {
  const read: Inline[] = [];
  let [text, bold] = ['', false];
  /** Where in `read` a label began; what follows it is the label. */
  let label: { readonly from: number; readonly before: string } | null = null;
  const end = () => {
    if (text !== '') read.push({ kind: 'text', text, bold });
    text = '';
  };
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    const next = line.charAt(at + 1);
    const address = label && character === ']' ? ADDRESS.exec(line.slice(at, at + LONGEST_ADDRESS)) : null;
    if (character === '\\' && /[^\sA-Za-z0-9]/.test(next)) {
      text += next;
      at++;
    } else if (character === '*' && next === '*') {
      end();
      bold = !bold;
      at++;
    } else if (character === '[' && !label) {
      end();
      label = { from: read.length, before: character };
    } else if (label && address?.[1]) {
      end();
      const inside = read.splice(label.from).map((part) => part.text);
      read.push({ kind: 'link', text: inside.join(''), bold, url: address[1] });
      label = null;
      at += address[0].length - 1;
    } else {
      text += character;
    }
  }
  end();
  // A bracket that began no link is only a bracket.
  if (label) read.splice(label.from, 0, { kind: 'text', text: label.before, bold });
  return read;
}

/** As long as Discord takes one, and its brackets. */
const LONGEST_ADDRESS = 600;
