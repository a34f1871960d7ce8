import type { QuotedText, Reply, Section } from '../../commands/parts/reply.js';
import { type Style, tame } from './style.js';

/** What belongs to a headline stands this far in. */
const INDENT = '  ';

/** A reply as text. Its buttons are not drawn: what can be typed in their place is the prompt's business. */
export function replyAsText(reply: Reply, style: Style): string {
  const blocks = [reply.lead && tame(reply.lead), ...reply.sections.map((section) => sectionAsText(section, style))];
  // The picture shows what the sections say; on its own, it needs its words.
  if (reply.sections.length === 0) blocks.push(reply.picture && tame(reply.picture.alt));
  blocks.push(reply.position && style.faint(tame(reply.position)));
  return blocks.filter(Boolean).join('\n\n');
}

/** A headline, what is quoted under it, and where that is from. */
export function sectionAsText(section: Section, style: Style): string {
  const { headline, url, quotation, citations = [], notes = [] } = section;
  const lines = quotation ? [quotationAsText(quotation, style)] : [];
  lines.push(...citations.map(tame));
  if (url) lines.push(tame(url));
  lines.push(...notes.map((note) => style.faint(tame(note))));
  if (!headline) return lines.join('\n');
  return [style.bold(tame(headline)), ...lines.map((line) => INDENT + line)].join('\n');
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
