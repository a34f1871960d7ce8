import type { QuotedText, Reply, Section } from '../../commands/parts/reply.js';
import { type Style, tame } from './style.js';
import { wrapLine } from './wrapping.js';

/** What belongs to a headline stands this far in, and the further rows of anything but a quotation as far again. */
const INDENT = '  ';

/** A reply as text. Its buttons are not drawn: what can be typed in their place is the prompt's business. */
export function replyAsText(reply: Reply, style: Style): string {
  const { width } = style;
  const prose = (text: string | undefined) => text && wrapLine(tame(text), { width });
  const blocks = [prose(reply.lead), ...reply.sections.map((section) => sectionAsText(section, style))];
  // The picture shows what the sections say; on its own, it needs its words.
  if (reply.sections.length === 0) blocks.push(prose(reply.picture?.alt));
  blocks.push(reply.position && style.faint(tame(reply.position)));
  return blocks.filter(Boolean).join('\n\n');
}

/** A headline, what is quoted under it, and where that is from. */
export function sectionAsText(section: Section, style: Style): string {
  const { headline, url, quotation, citations = [], notes = [] } = section;
  const { width } = style;
  const indent = headline ? INDENT : '';
  const hanging = indent + INDENT;
  const beside = [...citations, ...(url ? [url] : [])].map(tame);
  const lines = [
    ...(headline ? [wrapLine(style.bold(tame(headline)), { width, hanging: INDENT })] : []),
    ...(quotation ? [wrapLine(quotationAsText(quotation, style), { width, indent })] : []),
    ...beside.map((line) => wrapLine(line, { width, indent, hanging })),
    ...notes.map((note) => wrapLine(style.faint(tame(note)), { width, indent, hanging })),
  ];
  return lines.join('\n');
}

/** The words on one line, with what matched in bold. Taming keeps positions, so the ranges still fit. */
function quotationAsText({ text, emphasis }: QuotedText, style: Style): string {
  const line = tame(text);
  let drawn = '';
  let at = 0;
  for (const [start, end] of emphasis) {
    drawn += line.slice(at, start) + style.bold(line.slice(start, end));
    at = end;
  }
  return (drawn + line.slice(at)).replace(/ {2,}/g, ' ');
}
