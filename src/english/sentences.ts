import { beginsSentence, stopEndsSentence } from './abbreviations.js';
import { cueVerb } from './cueVerbs.js';
import { SAID_AFTER_QUOTATION } from './lists/sayingVerbs.js';
import { type Span, trimSpan } from './span.js';

/** A place where a sentence might end: dots (spaced or not), question and exclamation marks, and what closes behind them. */
const STOP = /(?:\.(?:\s?\.)+|[.!?…]+)["”’'»)\]]*/g;
/** What may stand between a stop and the first letter of the next sentence: white space, opening marks, a bullet. */
const GAP = /(\s*)(["“‘'«([¿¡$£€#@•*–-]{0,9})/y;
/** As much of a word as tells what it is: of "A.B.C.D…" each letter would be read to the end otherwise. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.-]{0,60}/uy;
const LOWER = /^\p{Ll}/u;
/** "iPhone sales rose": lower case that may begin a sentence all the same. */
const CAMEL = /^\p{Ll}\p{Lu}/u;
const ALPHANUMERIC = /[\p{L}\p{N}]/u;
const WORD_BEFORE = /[\p{L}\p{N}][\p{L}\p{N}.-]{0,15}$/u;
/**
 * What is longer is no sentence but a list, a table or a page without stops: it is cut at white space, so that all that looks at
 * a sentence word by word has an end. The longest of 279,000 in the news has 2,200 characters, and the next 1,100.
 */
const LONGEST_SENTENCE = 3_000;
/** How far before that the white space is looked for. */
const CUT_REACH = 200;
/** Longest stretch before a stop that is looked at for an abbreviation. */
const LOOK_BACK = 16;
/** '"Why?" Brooks says', '"Is it over?" Hartley wanted to know': a name and a verb of saying after a quotation belong to its sentence. */
const NAME_AND_VERB = /(?:\p{Lu}[\p{L}'’.-]{0,40}\s{1,4}){1,4}(\p{Ll}{1,40})( to know)?/uy;
const WANTED = /^(?:wanted|wants)$/;
/** Ends of addresses, which a capital begins when a name is written so: "Example.Com". */
const ADDRESS_END = /^(?:Com|Org|Net|Edu|Gov|Co|Js|Io|Ai|Uk|De|Fr|Ca|Eu)$/;
/** A word that begins a sentence whose space before it was lost: "on Monday.Residents". */
const PROPER_START = /^\p{Lu}\p{Ll}+$|^(?:A|I)$/u;
const WHOLE_WORD = /^\p{L}{3,}$|^(?:1[5-9]|20)\d\d$/u;
const PLAIN_WORD = /^\p{Ll}{2,}$/u;
const LIST_NUMBER = /^\d{1,3}$/;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The word right before a stop; of "30-Nov" what stands behind the hyphen, as "Oct. 30-Nov. 2" has two abbreviations. */
function wordBefore(text: string, start: number, at: number): string {
  const word = WORD_BEFORE.exec(text.slice(Math.max(start, at - LOOK_BACK), at).trimEnd())?.[0] ?? '';
  return /^\d+-\p{L}+$/u.test(word) ? word.slice(word.indexOf('-') + 1) : word;
}

/** Whether a name and a verb of saying stand at a place. */
function saysWho(text: string, at: number): boolean {
  const found = matchAt(NAME_AND_VERB, text, at);
  if (!found) return false;
  const [, verb = '', toKnow] = found;
  if (toKnow !== undefined) return WANTED.test(verb);
  const cue = cueVerb(verb);
  return SAID_AFTER_QUOTATION.has(verb) || (cue !== undefined && cue.kind !== 'fragment' && !cue.participle);
}

/** "He ran Yum! Foods": a name with a mark of its own, in the middle of a sentence. */
function isBrand(text: string, start: number, at: number, before: string, next: string): boolean {
  const isFirst = text.slice(start, at).trim() === before;
  return !isFirst && /^\p{Lu}\p{Ll}*$/u.test(before) && /^\p{Lu}/u.test(next) && !beginsSentence(next);
}

/** "on Monday.Residents object": two sentences that lost the space between them; "3.5", "U.S.-based" and addresses did not. */
function lostSpace(text: string, at: number, before: string, next: string): boolean {
  if (PLAIN_WORD.test(before) && beginsSentence(next)) return true;
  if (!PROPER_START.test(next) || ADDRESS_END.test(next)) return false;
  if (/["”’'»)\]]/.test(text.charAt(at - 1)) || /["”’'»)\]]/.test(text.charAt(at + 1))) return true;
  return WHOLE_WORD.test(before) && stopEndsSentence(before, next);
}

/** Whether the stop at `[at, end)` ends the sentence that began at `start`, given what follows it. */
function endsSentence(text: string, start: number, at: number, end: number): boolean {
  const stop = text.slice(at, end);
  const closed = /["”’'»)\]]$/.test(stop);
  const gap = matchAt(GAP, text, end);
  const space = gap?.[1] ?? '';
  const opening = gap?.[2] ?? '';
  if (end + space.length >= text.length) return true;
  const from = end + space.length + opening.length;
  const next = matchAt(WORD, text, from)?.[0] ?? '';
  const before = wordBefore(text, start, at);
  // No space behind it: "3.5" and "U.S.-based" go on, "in one person.The word" is a lost space.
  if (space === '') return /^\.["”’'»)\]]*$/.test(stop) && opening === '' && lostSpace(text, at, before, next);
  if (next === '') return /^["“‘«]/.test(opening) && !/^[,;:.]/.test(text.charAt(from));
  if (LOWER.test(next) && !CAMEL.test(next)) return false;
  if (opening.startsWith('–') || opening.startsWith('-')) return false;
  const ellipsis = stop.startsWith('..') || stop.startsWith('…') || /^\.\s/.test(stop);
  if (ellipsis) return !/^I\b/.test(next);
  if (closed && /^[!?]/.test(stop) && opening === '' && saysWho(text, from)) return false;
  if (stop === '!' && isBrand(text, start, at, before, next)) return false;
  if (stop !== '.') return true;
  if (LIST_NUMBER.test(before) && text.slice(start, at).trim() === before) return false;
  return before === '' || stopEndsSentence(before, next);
}

/**
 * Cuts running text into sentences. A full stop ends one unless it belongs to an abbreviation, initials, a number or an
 * ellipsis that goes on in lower case; closing marks stay with their sentence. A quotation of one sentence stays whole
 * with its attribution; one of several sentences is cut at their ends. What goes on without a stop is cut all the same.
 * @returns sentences in order, disjoint, without white space at their ends, each holding a letter or digit
 */
export function splitSentences(text: string, span: Span): Span[] {
  // Looked at by itself, so that a text without stops is not searched to its end for every paragraph.
  const stretch = text.slice(span.start, span.end);
  const sentences: Span[] = [];
  const push = (from: number, to: number): void => {
    let { start, end } = trimSpan(stretch, { start: from, end: to });
    while (end - start > LONGEST_SENTENCE) {
      const piece = trimSpan(stretch, { start, end: cutBefore(stretch, start + LONGEST_SENTENCE) });
      add(piece.start, piece.end);
      start = trimSpan(stretch, { start: piece.end, end }).start;
    }
    add(start, end);
  };
  const add = (start: number, end: number): void => {
    if (start === end) return;
    const last = sentences.at(-1);
    const sentence = { start: span.start + start, end: span.start + end };
    if (ALPHANUMERIC.test(stretch.slice(start, end))) sentences.push(sentence);
    // Marks alone belong to what they follow.
    else if (last && sentence.end - last.start <= LONGEST_SENTENCE) {
      sentences[sentences.length - 1] = { start: last.start, end: sentence.end };
    }
  };
  let start = 0;
  for (const stop of stretch.matchAll(STOP)) {
    const end = stop.index + stop[0].length;
    if (!endsSentence(stretch, start, stop.index, end)) continue;
    push(start, end);
    start = end;
  }
  push(start, stretch.length);
  return sentences;
}

/** The last white space before `end`, or `end` itself where there is none near; never inside a surrogate pair. */
function cutBefore(text: string, end: number): number {
  for (let at = end; at > end - CUT_REACH; at--) if (/\s/.test(text.charAt(at))) return at;
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

/** Whether a sentence itself asks, and so answers nothing. */
export function isQuestion(sentence: string): boolean {
  return /\?["”’')]*$/.test(sentence);
}
