import { type Span, trimSpan } from '../english/span.js';
import { agencyList } from './agencies.js';

/** Whose work an article is, as its last line or last words say: "(APA)", "�AFP", "zc/wmr (Reuters, AFP)". */
export interface Credit extends Span {
  readonly agencies: readonly string[];
  /** The outlet whose house style the credit is written in; null when the style is anybody's. */
  readonly outlet: string | null;
}

/**
 * Deutsche Welle signs with its editors' initials, a slash between writer and desk, and the agencies in parentheses. No
 * other outlet that we know of does, so the line names DW even when nothing else in the text does.
 */
const DW_CREDIT = /^[a-z]{2,3}(?:,\s?[a-z]{2,3})*\/[a-z]{2,3}(?:,\s?[a-z]{2,3})*\s*\(([^()]{2,60})\)$/;
/** "Reuters", "(AFP)", "With inputs from AP and Reuters", "— AFP", "Contributing: The Associated Press". */
const CREDIT_LINE =
  /^[\s\uFFFD©–—(-]*(?:(?:source|with (?:inputs?|reporting|files|agency inputs?) from|from|contributing|by)[:\s]\s*)?([\p{L}][\p{L} .,/&-]{1,59}?)\)?\.?$/iu;
/** Behind the last sentence: "… attack on Pyongyang. (APA)", "… Russian outlets.    �AFP", "… in Seoul. — Reuters". */
const CREDIT_TAIL = /([.!?]["”’']?)(\s*[\uFFFD©–—(-]\s*([\p{L}][\p{L} .,/&-]{1,59}?)\s*(?:\)\s*)?)$/u;

/** The credit that a whole paragraph is, or null when it is something else. */
export function creditLine(text: string, span: Span): Credit | null {
  const line = text.slice(span.start, span.end);
  const house = DW_CREDIT.exec(line);
  if (house) return { ...span, agencies: agencyList(house[1] ?? ''), outlet: 'DW' };
  const plain = line.length > 100 ? null : CREDIT_LINE.exec(line);
  const agencies = agencyList(plain?.[1] ?? '');
  return agencies.length > 0 ? { ...span, agencies, outlet: null } : null;
}

/** The credit behind a paragraph's last sentence, or null; its span holds nothing of the sentence. */
export function creditTail(text: string, span: Span): Credit | null {
  // The longest credit that CREDIT_TAIL allows, with room for white space; keeps the pattern off long paragraphs.
  const from = Math.max(span.start, span.end - 100);
  const tail = CREDIT_TAIL.exec(text.slice(from, span.end));
  const agencies = agencyList(tail?.[3] ?? '');
  if (!tail || agencies.length === 0) return null;
  const start = from + tail.index + (tail[1] ?? '').length;
  return { ...trimSpan(text, { start, end: span.end }), agencies, outlet: null };
}
