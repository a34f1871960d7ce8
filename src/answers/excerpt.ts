import { type Excerpt, excerptAt } from '../corpus/excerpt.js';
import { beginsInsideQuotation, endsInsideQuotation } from '../english/quotationMarks.js';
import { isQuestion } from '../english/sentences.js';
import { joinRanges } from '../english/span.js';
import type { Reading } from './fit/reading.js';
import { evidenceIn, type PassageRun, spanOfRun, strengthsOf } from './fit/run.js';
import { evidenceSpan } from './question/answerKind.js';
import { shareOfQuestion } from './question/concept.js';

/** A neighbour that has the name or the day that is asked for is worth as much as this share of the question. */
const EVIDENCE_WORTH = 0.4;
/** What a reader on a phone takes in at a glance; a single longer sentence is still shown whole. */
const MAX_CHARACTERS = 600;
const MAX_SENTENCES = 3;
/** A neighbour joins the excerpt when it holds at least this share of the question that the excerpt lacks. */
const WORTH_ADDING = 0.1;
/** A question that says much is about a story, of which a part stands in each sentence. */
const LONG_QUESTION = 6;
/** … and whichever stands beside the line joins, as far as there is room. */
const WORTH_ADDING_TO_LONG = 0;

/** Who or what a story is about is named in its first sentences; those after them say "the band", "the company". */
const OPENING_SENTENCES = 3;

/** A sentence that begins so cannot be read without the one before it. */
const LEANS_BACK =
  /^["“'‘]?(?:he|she|it|they|his|her|its|their|this|these|those|that|such|but|however|also|both|the (?:two|latter|former|pair|move|decision|statement|meeting|visit|deal|announcement|incident)|another|instead|meanwhile|then)\b/i;

/**
 * The shortest run of whole sentences around a passage that answers and stands on its own: at most 3 sentences and 600
 * characters, within neighbouring body paragraphs.
 * @param isTaken passages that another excerpt of the answer shows already
 */
export function chooseRun(
  passage: number,
  reading: Reading,
  isTaken: (passage: number) => boolean = () => false,
): PassageRun {
  let run: PassageRun = { first: passage, last: passage };
  const text = reading.index.text(passage);
  if (LEANS_BACK.test(text) || beginsInsideQuotation(text)) {
    const wider = extend(run, { ...run, first: passage - 1 }, reading, isTaken);
    const whole = wider !== run && beginsInsideQuotation(reading.index.text(wider.first));
    // What stands before may itself begin in the middle of what somebody says: with the sentence before that, or not at all.
    const widest = whole ? extend(wider, { ...wider, first: wider.first - 1 }, reading, isTaken) : wider;
    run = whole && widest === wider && !beginsInsideQuotation(text) ? run : widest;
  }
  if (endsInsideQuotation(text)) run = extend(run, { ...run, last: passage + 1 }, reading, isTaken);
  const worth = reading.question.concepts.length >= LONG_QUESTION ? WORTH_ADDING_TO_LONG : WORTH_ADDING;
  for (;;) {
    const held = strengthsOf(run, reading);
    const options = neighbours(run, reading)
      // Neighbours that may not join need not be read.
      .filter((wider) => extend(run, wider, reading, isTaken) === wider)
      .map((wider) => ({ wider, gain: gainOf(run, held, wider, reading) }));
    const [best] = options.filter(({ gain }) => gain >= worth).sort((a, b) => b.gain - a.gain);
    if (!best) return run;
    run = best.wider;
  }
}

/** The run with one sentence more, before or after it: first the one to take when both gain as much. */
function neighbours({ first, last }: PassageRun, reading: Reading): [PassageRun, PassageRun] {
  const before = { first: first - 1, last };
  const after = { first, last: last + 1 };
  const number = reading.index.sentenceNumber(first);
  const names = number > 0 && number < OPENING_SENTENCES && namesOthers(first - 1, reading);
  return names ? [before, after] : [after, before];
}

/** Whether a sentence has a name that the question has not. */
function namesOthers(passage: number, reading: Reading): boolean {
  return reading.terms(passage).tokens.some((token) => reading.isOtherName(token));
}

/** The wider run when the article has it and it is not too long; else the run as it was. */
function extend(
  run: PassageRun,
  wider: PassageRun,
  reading: Reading,
  isTaken: (passage: number) => boolean,
): PassageRun {
  const { index } = reading;
  const { first, last } = wider;
  const added = first < run.first ? first : last;
  if (first < 0 || last >= index.size || last - first + 1 > MAX_SENTENCES) return run;
  if (index.articleNumber(first) !== index.articleNumber(last)) return run;
  if (isTaken(added) || isQuestion(index.text(added))) return run;
  for (let passage = first; passage < last; passage++) {
    if (index.sentence(passage + 1).paragraph - index.sentence(passage).paragraph > 1) return run;
  }
  const span = spanOfRun(wider, reading);
  return span.end - span.start > MAX_CHARACTERS ? run : wider;
}

/** What the wider run has beyond the run: a share of the question, by weight, and what is asked for if that was missing. */
function gainOf(run: PassageRun, held: readonly number[], wider: PassageRun, reading: Reading): number {
  const added = wider.first < run.first ? wider.first : wider.last;
  if (added < 0 || added >= reading.index.size) return 0;
  const more = reading.matches(added);
  const gain = shareOfQuestion(reading.question.concepts, (i) =>
    Math.max(0, (more[i]?.strength ?? 0) - (held[i] ?? 0)),
  );
  return gain + EVIDENCE_WORTH * Math.max(0, reading.evidence(added) - evidenceIn(run, reading));
}

/** Cuts the run out of its article, with what matched and what was asked for in bold. */
export function excerptOf(run: PassageRun, reading: Reading): Excerpt {
  const { index, question } = reading;
  const span = spanOfRun(run, reading);
  const ranges: [number, number][] = [];
  for (let passage = run.first; passage <= run.last; passage++) {
    const offset = index.sentence(passage).start - span.start;
    for (const match of reading.matches(passage)) {
      for (const token of match.tokens) ranges.push([offset + token.start, offset + token.end]);
    }
  }
  const article = index.article(run.first);
  const text = article.text.slice(span.start, span.end);
  const asked = evidenceSpan(question.kind, text);
  if (asked) ranges.push([asked.start, asked.end]);
  return excerptAt(
    article,
    span,
    joinRanges(ranges, (from, to) => text.slice(from, to).trim() === ''),
  );
}
