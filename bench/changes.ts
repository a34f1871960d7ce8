/**
 * Measures what Dateline calls alike and supported: sentences of any articles, changed by a seeded script in one thing, or only
 * reworded: `npm run build && node dist/bench/changes.js CORPUS [CORPUS …]`. Its figures stand in docs/EVENTS.md.
 */
import type { Article } from '../src/corpus/article.js';
import { createArticle } from '../src/corpus/articles.js';
import { readCorpus } from '../src/corpus/folder.js';
import { MONTHS, WEEKDAYS } from '../src/english/calendar.js';
import { checkMessage } from '../src/events/check/check.js';
import { compareSources } from '../src/events/compare/compare.js';
import { eventContextOf } from '../src/events/eventContext.js';
import { PassageIndex } from '../src/search/passages.js';
import { splitClauses } from '../src/statements/clauses.js';
import { namesIn } from '../src/statements/names.js';
import { readStatement, type Statement } from '../src/statements/statement.js';
import { drawTable } from '../src/terminal/table.js';
import { STRANGER } from './mutations.js';

/** Sentences of each corpus that are changed, spread over all of it. */
const SENTENCES = 600;
const SHORTEST = 40;
const LONGEST = 260;

/** One thing made of a sentence: null where the sentence has nothing of the kind. */
type Change = (text: string, statement: Statement) => string | null;

const put = (text: string, { start, end }: { start: number; end: number }, words: string): string =>
  text.slice(0, start) + words + text.slice(end);

const AUXILIARY = /\b(?:was|were|is|are|has|have|had|will|would)\b/;
const DENIES = /\b(?:not|no|never|nobody|none|neither|nor|without|deny|denie[sd])\b|n[’']t\b/i;
const WORDS_OF_NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const WEEKDAY = new RegExp(`\\b(?:${WEEKDAYS.map(capital).join('|')})\\b`);
const MONTH_AND_DAY = new RegExp(`\\b(${MONTHS.join('|')}) (\\d{1,2})\\b(?!,? \\d{4})`);
const TIME_AT_END = new RegExp(`^(.*[^,]) (on (?:${WEEKDAYS.map(capital).join('|')}))\\.$`);

/** Made wrong in one thing: never to be called alike or supported. */
const WRONG: Readonly<Record<string, Change>> = {
  number: (text, { figures: [figure] }) =>
    figure && /\d/.test(text.slice(figure.start, figure.end))
      ? put(
          text,
          figure,
          text.slice(figure.start, figure.end).replace(/\d/g, (d) => String((Number(d) + 3) % 9 || 7)),
        )
      : null,
  limit: (text, { figures: [figure] }) =>
    figure && figure.bound === null && figure.unit !== 'ordinal' && figure.unit !== 'time' && figure.unit !== 'score'
      ? put(text, { start: figure.start, end: figure.start }, 'more than ')
      : null,
  day(text) {
    const day = WEEKDAY.exec(text);
    const other = day && WEEKDAYS[(WEEKDAYS.indexOf(day[0].toLowerCase()) + 3) % WEEKDAYS.length];
    return day && other ? put(text, { start: day.index, end: day.index + day[0].length }, capital(other)) : null;
  },
  name(text, { words }) {
    const run = namesIn(words).find((name) => name.length >= 2);
    const [first, last] = [run?.[0], run?.at(-1)];
    if (!first || !last) return null;
    // "Air Force Gen" of "Gen. Glen VanHerck" is not the whole name.
    if (text[last.end] === '.' && last.end + 1 < text.length) return null;
    return put(text, { start: first.start, end: last.end }, STRANGER + (/[’']s$/.exec(last.text)?.[0] ?? ''));
  },
  negation(text) {
    const found = AUXILIARY.exec(text);
    return found && !DENIES.test(text)
      ? put(text, { start: found.index, end: found.index + found[0].length }, `${found[0]} not`)
      : null;
  },
  role(text, { words }) {
    const [one, two, more] = namesIn(words);
    const [a, b] = [one?.[0], two?.[0]];
    if (!one || !two || !a || !b || more || !/\b\p{Ll}+ed\b/u.test(text.slice(one.at(-1)?.end ?? 0, b.start)))
      return null;
    const [spanA, spanB] = [one, two].map((run) => ({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 }));
    if (!spanA || !spanB) return null;
    // "U.S" of "U.S. officials" and "ET" of "11:37 a.m. ET" are nobody who could change places.
    if ([spanA, spanB].some(({ start, end }) => text[end] === '.' && text.slice(start, end).includes('.'))) return null;
    if (/[ap]\.m\. $/.test(text.slice(0, spanA.start)) || /[ap]\.m\. $/.test(text.slice(0, spanB.start))) return null;
    const [nameA, nameB] = [text.slice(spanA.start, spanA.end), text.slice(spanB.start, spanB.end)];
    return put(put(text, spanB, nameA), spanA, nameB);
  },
};

/** The same in other words: to be called alike and supported. */
const SAME: Readonly<Record<string, Change>> = {
  'as it stands': (text) => text,
  'number in words': (text) => {
    const found = /(?<![\d.,$£€-])\b([2-9]|1[0-2])\b(?![\d.,%:-]|\s?(?:a\.?m|p\.?m|percent|per cent))/.exec(text);
    const word = found && WORDS_OF_NUMBERS[Number(found[1]) - 2];
    const isDate = found && new RegExp(`(?:${MONTHS.join('|')})[a-z.]* $`).test(text.slice(0, found.index));
    return found && word && !isDate
      ? put(text, { start: found.index, end: found.index + found[0].length }, word)
      : null;
  },
  'date turned': (text) => (MONTH_AND_DAY.test(text) ? text.replace(MONTH_AND_DAY, '$2 $1') : null),
  'time in front': (text) => {
    const found = TIME_AT_END.exec(text);
    // In front of several clauses it may be of another one.
    const isOneClause = splitClauses(alone('One', text), 0).length === 1 && !WEEKDAY.test(found?.[1] ?? '');
    return found && isOneClause ? `${capital(found[2] ?? '')}, ${found[1]}.` : null;
  },
};

/** The day of the articles that have none. */
const SOME_DAY = '2024-03-08';

const alone = (id: string, text: string, published = SOME_DAY): Article =>
  createArticle({ id, outlet: id, text, published });

/** Where two texts begin to differ. */
function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/**
 * Whether two sentences, each by an outlet of its own, are called alike in the clause where they differ; of sentences that do not
 * differ, in any.
 */
function areAlike(one: string, other: string, published: string): boolean {
  const at = firstDifference(one, other);
  const [first, second] = [alone('One', one, published), alone('Other', other, published)];
  const context = eventContextOf(new PassageIndex([first, second]));
  // Of a sentence with several clauses only those are laid side by side that have most of what is asked about.
  const changedClause = splitClauses(first, 0).find(({ start, end }) => start <= at && at < end);
  const topic = changedClause ? one.slice(changedClause.start, changedClause.end) : one;
  return compareSources(topic, context).items.some(({ kind, excerpts }) => {
    if ((kind !== 'wire' && kind !== 'independent') || excerpts.length < 2) return false;
    const changed = excerpts.find(({ article }) => article.id === 'Other');
    return one === other || changed?.emphasis.some(([start, end]) => start <= at && at < end);
  });
}

/** Whether every claim of a message is supported by an article of one sentence. */
function isSupported(message: string, sentence: string, published: string): boolean {
  const { claims } = checkMessage(message, eventContextOf(new PassageIndex([alone('One', sentence, published)])));
  return claims.length > 0 && claims.every(({ outcome }) => outcome === 'supported');
}

/** A line that alone would be taken for a caption or the like is no test of comparing. */
function isText(sentence: string): boolean {
  try {
    return alone('One', sentence).sentences.length === 1;
  } catch {
    return false;
  }
}

/** A sentence of an article, the one behind it ('' for none) and the article's day. */
interface Sample {
  readonly sentence: string;
  readonly next: string;
  readonly published: string;
}

function sentencesOf(articles: readonly Article[]): Sample[] {
  const all = articles.flatMap(({ text, sentences, published }) => {
    const texts = sentences
      .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '))
      .filter((sentence) => sentence.length >= SHORTEST && sentence.length <= LONGEST && /[.]$/.test(sentence))
      .filter(isText);
    return texts.map((sentence, i) => ({
      sentence,
      next: texts[i + 1] ?? '',
      published: published.date ?? SOME_DAY,
    }));
  });
  const step = Math.max(1, Math.floor(all.length / SENTENCES));
  return all.filter((_, i) => i % step === 0);
}

const share = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

async function measure(corpus: string): Promise<void> {
  const { articles } = await readCorpus(corpus);
  const rows = new Map<string, { n: number; alike: number; supported: number }>();
  const count = (name: string, alike: boolean, supported: boolean) => {
    const row = rows.get(name) ?? { n: 0, alike: 0, supported: 0 };
    rows.set(name, { n: row.n + 1, alike: row.alike + Number(alike), supported: row.supported + Number(supported) });
  };
  for (const { sentence, next, published } of sentencesOf(articles)) {
    const statement = readStatement(sentence, { start: 0, end: sentence.length });
    for (const [kind, changes] of [
      ['changed', WRONG],
      ['same', SAME],
    ] as const) {
      for (const [name, change] of Object.entries(changes)) {
        const made = change(sentence, statement);
        if (made === null || (kind === 'changed' && made === sentence)) continue;
        const alike = areAlike(sentence, made, published);
        const supported = isSupported(made, sentence, published);
        count(`${kind}: ${name}`, alike, supported);
        // SHOW=number prints each case of a kind that went wrong, to be read.
        const verdicts = { alike, supported };
        const wrong = Object.entries(verdicts).filter(([, called]) => called === (kind === 'changed'));
        if (process.env.SHOW === name && wrong.length > 0)
          console.log(`${wrong.map(([verdict]) => verdict).join(', ')}\n  ${sentence}\n  ${made}`);
      }
    }
    if (next !== '')
      count('another: the next sentence', areAlike(sentence, next, published), isSupported(next, sentence, published));
  }
  console.log(`\n${corpus}`);
  const table = [...rows].map(([name, { n, alike, supported }]) => [
    name,
    String(n),
    share(alike, n),
    share(supported, n),
  ]);
  console.log(drawTable([['', 'n', 'called alike', 'called supported'], ...table]));
}

for (const corpus of process.argv.slice(2)) await measure(corpus);
