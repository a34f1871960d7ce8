/**
 * Makes question groups out of news articles for `train.py`: questions that rules ask of the articles' own sentences, with
 * what the product itself finds for them as wrong answers.
 *
 *   node dist/bench/reader/newsGroups.js ARTICLES.jsonl OUT.jsonl --tagger DIR [--without FILE.jsonl …] [--topics 100] [--seed 1]
 *
 * DIR is an installed copy of the npm package `compromise`, which tags the words; Dateline itself does without it. Articles
 * are read as `createArticle` takes them; those of `--without` (same id, address or title) are left out.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Responder } from '../../src/answers/responder.js';
import { createArticle } from '../../src/corpus/articles.js';
import { loadKnowledge } from '../../src/search/knowledge.js';
import { isName, isNumber, readClause, type Term } from './clause.js';
import { FAR, readSynonyms, reword } from './phrasing.js';
import { type Asked, questionsOf } from './questions.js';
import { saidIn } from './quoted.js';

const PER_TOPIC = 20;
const PER_ARTICLE = 4;
const LEAD = 25;
const BEST = 12;

interface Row {
  readonly id: string;
  readonly url?: string | null;
  readonly title?: string | null;
  readonly date?: string | null;
  readonly text: string;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tagger: { type: 'string' },
    without: { type: 'string', multiple: true, default: [] },
    topics: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
});
const [from, to] = positionals;
if (!from || !to || !options.tagger) throw new Error('newsGroups: ARTICLES.jsonl OUT.jsonl --tagger DIR');
const { default: nlp } = await import(pathToFileURL(`${options.tagger}/src/three.js`).href);

let state = Number(options.seed);
/** Numbers that are the same on every run (mulberry32). */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

const rowsOf = (file: string): Row[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const SMALL = new Set(
  'a an the of to in on at for and or is are was were be been did does do has have had will would it its he she they his her their that this these who what when where why how from by with as not many much than more about said'.split(
    ' ',
  ),
);
const contentOf = (text: string): Set<string> =>
  new Set(
    wordsOf(text)
      .filter((w) => !SMALL.has(w))
      .map((w) => w.slice(0, 5)),
  );
const share = (part: ReadonlySet<string>, whole: ReadonlySet<string>): number =>
  part.size === 0 ? 0 : [...part].filter((w) => whole.has(w)).length / part.size;

function termsOf(sentence: string): Term[][] {
  return nlp(sentence)
    .json()
    .map(({ terms }: { terms: Term[] }) => terms);
}
function infinitive(verb: string): string {
  const found: string = nlp(verb).tag('Verb').verbs().toInfinitive().text();
  return found || verb;
}

/** The sentence with some of its words left out. */
function without(terms: readonly Term[], answer: readonly Term[]): string {
  return terms
    .filter((term) => !answer.includes(term))
    .map(({ pre, text, post }) => pre + text + post)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

const left = new Set(
  options.without
    .flatMap(rowsOf)
    .flatMap(({ id, url, title }) => [id, url, title])
    .filter(Boolean),
);
const rows = rowsOf(from).filter(({ id, url, title }) => title && ![id, url, title].some((key) => left.has(key ?? '')));
const titles = rows.map(({ title, text }) => contentOf(`${title} ${text.slice(0, 300)}`));
const frequency = new Map<string, number>();
for (const title of titles) for (const w of title) frequency.set(w, (frequency.get(w) ?? 0) + 1);

/** The articles that share most with one, by the rarity of the words of title and first lines. */
function topicAround(center: number): Row[] {
  const own = titles[center] ?? new Set();
  const near = rows.map((row, i) => {
    let shared = 0;
    for (const w of titles[i] ?? []) if (own.has(w)) shared += Math.log(rows.length / (frequency.get(w) ?? 1));
    return { row, near: i === center ? Infinity : shared / Math.sqrt(10 + (titles[i]?.size ?? 0)) };
  });
  return near
    .sort((a, b) => b.near - a.near)
    .slice(0, PER_TOPIC)
    .map(({ row }) => row);
}

const knowledge = await loadKnowledge(null);
const synonyms = readSynonyms(readFileSync('data/thesaurus.txt', 'utf8'));
const out = to;
writeFileSync(out, '');
const counts: Record<string, number> = {};

function write(source: string, q: string, lines: readonly { text: string; title: string; right: boolean }[]): void {
  if (lines.length < 2) return;
  counts[source] = (counts[source] ?? 0) + 1;
  appendFileSync(
    out,
    `${JSON.stringify({ q, sentences: lines.map((l) => l.text), headlines: lines.map((l) => l.title), labels: lines.map((l) => Number(l.right)), source, ranked: true })}\n`,
  );
}

/** Two of a sentence's questions; what it says comes before what it does not. */
function chosen(asked: readonly Asked[]): Asked[] {
  const mixed = shuffled(asked);
  return [
    ...mixed.filter(({ kind }) => kind !== 'unsaid').slice(0, 2),
    ...mixed.filter(({ kind }) => kind === 'unsaid' && random() < 0.4),
  ];
}

/**
 * Whether another sentence answers too: it has the answer's words and most of the question's. What has some of them, or says
 * nearly the same as the source, is left out.
 */
function verdictOn(
  line: string,
  question: string,
  kind: string,
  answer: readonly Term[],
  sentence: string,
): 'right' | 'wrong' | 'unsure' {
  const [theirs, own, asked] = [contentOf(line), contentOf(sentence), contentOf(question)];
  const near = share(asked, theirs);
  if (answer.length === 0) return near < 0.6 ? 'wrong' : 'unsure';
  const wanted = contentOf(answer.map(({ text }) => text).join(' '));
  const telling = answer.some((term) => isName(term) || isNumber(term)) && kind !== 'said' && kind !== 'did';
  const holds = share(wanted, theirs);
  if (telling && holds > 0.99 && near > 0.66 && asked.size >= 3) return 'right';
  if (share(theirs, own) > 0.7 || share(own, theirs) > 0.7) return 'unsure';
  if (kind === 'said') return near > 0.7 ? 'unsure' : 'wrong';
  return holds > 0.6 && near > 0.45 ? 'unsure' : 'wrong';
}

let before: string[] = [];
for (const center of shuffled(rows.map((_, i) => i)).slice(0, Number(options.topics))) {
  const articles = topicAround(center).map((row) =>
    createArticle({
      id: row.id,
      title: row.title ?? undefined,
      url: row.url ?? undefined,
      published: row.date ?? undefined,
      text: row.text.slice(0, 9000),
    }),
  );
  const responder = new Responder(articles, undefined, knowledge);
  const { index } = responder;
  const names: string[] = [];
  const found = (q: string): { text: string; title: string; passage: number }[] => {
    try {
      return responder
        .find(q, 1)
        .ranked.slice(0, BEST)
        .map(({ passage }) => ({ passage, text: index.text(passage), title: index.article(passage).title ?? '' }));
    } catch {
      return [];
    }
  };
  const now: string[] = [];
  for (const [number, article] of articles.entries()) {
    const first = index.firstPassage(number);
    const passages = shuffled(Array.from({ length: Math.min(LEAD, article.sentences.length) }, (_, i) => first + i));
    let taken = 0;
    for (const passage of passages) {
      if (taken >= PER_ARTICLE) break;
      const sentence = index.text(passage);
      if (sentence.length < 50 || sentence.length > 320) continue;
      const parsed = termsOf(sentence);
      const terms = parsed.length === 1 ? parsed[0] : undefined;
      const clause = terms ? readClause(terms) : null;
      const asked: Asked[] = [
        ...(clause ? questionsOf(clause, { random, infinitive }) : []),
        ...saidIn(sentence, nlp, random),
      ];
      if (asked.length === 0) continue;
      taken++;
      for (const one of chosen(asked)) ask(one, passage, sentence, terms ?? []);
      for (const term of terms ?? []) if (isName(term) && term.tags.includes('Person')) names.push(term.text);
    }
  }
  for (const q of shuffled([...FAR.slice(0, 40), ...before.slice(0, 60)]).slice(0, 6))
    write(
      'far',
      q,
      found(q)
        .slice(0, 5)
        .map((l) => ({ ...l, right: false })),
    );
  before = shuffled(now);

  function ask({ q: plain, kind, answer }: Asked, passage: number, sentence: string, terms: readonly Term[]): void {
    const q = reword(plain, synonyms, random);
    now.push(q);
    const title = index.article(passage).title ?? '';
    const source = { text: sentence, title, right: answer.length > 0 };
    const others = found(q).filter((line) => line.passage !== passage);
    const judged = others.map((line) => ({ ...line, verdict: verdictOn(line.text, plain, kind, answer, sentence) }));
    const rivals = judged.filter(({ verdict }) => verdict === 'wrong').map((line) => ({ ...line, right: false }));
    const alike = judged.filter(({ verdict }) => verdict === 'right').map((line) => ({ ...line, right: true }));
    if (answer.length === 0) {
      write('unsaid', q, [source, ...rivals.slice(0, 4)]);
      return;
    }
    write('news', q, [source, ...rivals.slice(0, 8)]);
    // Said in other words elsewhere: what a question in a reader's own words must be matched with.
    if (alike.length > 0) write('told', q, [...alike, ...rivals.slice(0, 8)]);
    const chance = random();
    if (chance < 0.25 && kind !== 'who' && kind !== 'did' && kind !== 'said' && terms.length > 0) {
      const cut = { text: without(terms, answer), title, right: false };
      write('cut', q, chance < 0.12 ? [cut, ...rivals.slice(0, 3)] : [cut, source, ...rivals.slice(0, 1)]);
    } else if (chance < 0.4) {
      const swapped = swap(q, terms);
      if (swapped === null) return;
      const far = found(swapped).filter(
        (line) => line.passage !== passage && share(contentOf(swapped), contentOf(line.text)) < 0.6,
      );
      write('swap', swapped, [{ ...source, right: false }, ...far.slice(0, 3).map((l) => ({ ...l, right: false }))]);
    }
  }

  /** The question with another person's name, or another number. */
  function swap(q: string, terms: readonly Term[]): string | null {
    for (const term of shuffled(terms)) {
      if (!q.includes(term.text)) continue;
      if (isName(term) && term.tags.includes('Person')) {
        const other = shuffled(names).find((n) => !terms.some(({ text }) => text === n));
        if (other) return q.replace(term.text, other);
      }
      if (isNumber(term) && /^\d{1,3}$/.test(term.text))
        return q.replace(term.text, String(Number(term.text) + 2 + Math.floor(random() * 20)));
    }
    return null;
  }
}
console.log(rows.length, 'articles', counts);
