import { beginsSentence, stopEndsSentence } from './abbreviations.js';
import { SAID_AFTER_QUOTATION } from './lists/sayingVerbs.js';
import { alternatives } from './lists/wordList.js';
import { type Span, trimSpan } from './span.js';

/** A place where a sentence might end: dots (spaced or not), question and exclamation marks, and what closes behind them. */
const STOP = /(?:\.(?:\s?\.)+|[.!?…]+)["”’'»)\]]*/g;
/** What may stand between a stop and the first letter of the next sentence: white space, opening marks, a bullet. */
const GAP = /(\s*)(["“‘'«([¿¡$£€#@•*–-]*)/y;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*/uy;
const LOWER = /^\p{Ll}/u;
/** "iPhone sales rose": lower case that may begin a sentence all the same. */
const CAMEL = /^\p{Ll}\p{Lu}/u;
const ALPHANUMERIC = /[\p{L}\p{N}]/u;
const WORD_BEFORE = /[\p{L}\p{N}][\p{L}\p{N}.-]*$/u;
/** Longest stretch before a stop that is looked at for an abbreviation. */
const LOOK_BACK = 16;
/** '"Why?" Brooks says': a name and a cue verb after a quotation belong to its sentence. */
const ATTRIBUTION = new RegExp(
  String.raw`(?:\p{Lu}[\p{L}'’.-]*\s+){1,4}(?:${alternatives(SAID_AFTER_QUOTATION)})\b`,
  'uy',
);
const PLAIN_WORD = /^\p{Ll}{2,}$/u;
const LIST_NUMBER = /^\d{1,3}$/;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
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
  const before = WORD_BEFORE.exec(text.slice(Math.max(start, at - LOOK_BACK), at).trimEnd())?.[0] ?? '';
  // No space behind it: "3.5" and "U.S.-based" go on, "in one person.The word" is a lost space.
  if (space === '') return stop === '.' && opening === '' && PLAIN_WORD.test(before) && beginsSentence(next);
  if (next === '') return /^["“‘«]/.test(opening) && !/^[,;:.]/.test(text.charAt(from));
  if (LOWER.test(next) && !CAMEL.test(next)) return false;
  if (opening.startsWith('–') || opening.startsWith('-')) return false;
  const ellipsis = stop.startsWith('..') || stop.startsWith('…') || /^\.\s/.test(stop);
  if (ellipsis) return !/^I\b/.test(next);
  if (closed && /^[!?]/.test(stop) && opening === '' && matchAt(ATTRIBUTION, text, from)) return false;
  if (stop !== '.') return true;
  if (LIST_NUMBER.test(before) && text.slice(start, at).trim() === before) return false;
  return before === '' || stopEndsSentence(before, next);
}

/**
 * Cuts running text into sentences. A full stop ends one unless it belongs to an abbreviation, initials, a number or an
 * ellipsis that goes on in lower case; closing marks stay with their sentence. A quotation of one sentence stays whole
 * with its attribution; one of several sentences is cut at their ends.
 * @returns sentences in order, disjoint, without white space at their ends, each holding a letter or digit
 */
export function splitSentences(text: string, span: Span): Span[] {
  // Looked at by itself, so that a text without stops is not searched to its end for every paragraph.
  const stretch = text.slice(span.start, span.end);
  const sentences: Span[] = [];
  const push = (from: number, to: number): void => {
    const { start, end } = trimSpan(stretch, { start: from, end: to });
    if (start === end) return;
    const last = sentences.at(-1);
    const sentence = { start: span.start + start, end: span.start + end };
    if (ALPHANUMERIC.test(stretch.slice(start, end))) sentences.push(sentence);
    else if (last) sentences[sentences.length - 1] = { start: last.start, end: sentence.end };
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

/** Whether a sentence itself asks, and so answers nothing. */
export function isQuestion(sentence: string): boolean {
  return /\?["”’')]*$/.test(sentence);
}
