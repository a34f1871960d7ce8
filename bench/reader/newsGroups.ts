/**
 * Makes question groups out of news articles for `train.py`: questions that rules ask of the articles' own sentences, with
 * what the product itself finds for them as wrong answers.
 *
 *   node dist/bench/reader/newsGroups.js ARTICLES.jsonl OUT.jsonl --tagger DIR [--without FILE.jsonl …] [--topics 100] [--seed 1]
 *
 * DIR is an installed copy of the npm package `compromise`, which tags the words; Dateline itself does without it. An article
 * is a line {id, url, title, date, text}; those of `--without`, and others that tell of the same events, are left out.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Responder } from '../../src/answers/responder.js';
import { loadKnowledge } from '../../src/search/knowledge.js';
import type { Passages } from '../../src/search/searchedCorpus.js';
import { isName, isNumber, readClause, type Term } from './clause.js';
import { Dice } from './dice.js';
import { FAR, readSynonyms, reword } from './phrasing.js';
import { type Asked, questionsOf } from './questions.js';
import { saidIn } from './quoted.js';
import { articleOf, contentOf, type Row, readRows, share, Topics } from './topics.js';

const PER_TOPIC = 20;
/** Sentences of an article that are asked of, among its first. */
const PER_ARTICLE = 4;
const LEAD = 25;
const [SHORTEST, LONGEST] = [50, 320];
/** What the product finds for a question, and how much of it is written. */
const BEST = 12;
const RIVALS = 8;

interface Line {
  readonly text: string;
  readonly title: string;
  readonly right: boolean;
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
const [from, to = ''] = positionals;
if (!from || !to || !options.tagger) throw new Error('newsGroups: ARTICLES.jsonl OUT.jsonl --tagger DIR');
const { default: nlp } = await import(pathToFileURL(`${options.tagger}/src/three.js`).href);
const dice = new Dice(Number(options.seed));
const random = dice.roll;
const knowledge = await loadKnowledge(null);
const synonyms = readSynonyms(readFileSync('data/thesaurus.txt', 'utf8'));
const counts: Record<string, number> = {};

function infinitive(verb: string): string {
  const found: string = nlp(verb).tag('Verb').verbs().toInfinitive().text();
  return found || verb;
}

function write(source: string, q: string, lines: readonly Line[]): void {
  if (lines.length < 2) return;
  counts[source] = (counts[source] ?? 0) + 1;
  const group = {
    q,
    sentences: lines.map(({ text }) => text),
    headlines: lines.map(({ title }) => title),
    labels: lines.map(({ right }) => Number(right)),
    source,
    ranked: true,
  };
  appendFileSync(to, `${JSON.stringify(group)}\n`);
}

/** The sentence with some of its words left out. */
function withoutWords(terms: readonly Term[], answer: readonly Term[]): string {
  const kept = terms.filter((term) => !answer.includes(term)).map(({ pre, text, post }) => pre + text + post);
  return kept.join('').replace(/\s+/g, ' ').trim();
}

/** Two of a sentence's questions, and at times one that it does not answer. */
function chosen(asked: readonly Asked[]): Asked[] {
  const mixed = dice.shuffled(asked);
  return [
    ...mixed.filter(({ kind }) => kind !== 'unsaid').slice(0, 2),
    ...mixed.filter(({ kind }) => kind === 'unsaid' && random() < 0.4),
  ];
}

/**
 * Whether another sentence answers too: it has the answer's words and most of the question's. What has some of them, or says
 * nearly the same as the source, is left out.
 */
function verdictOn(line: string, { q, kind, answer }: Asked, sentence: string): 'right' | 'wrong' | 'unsure' {
  const [theirs, own, asked] = [contentOf(line), contentOf(sentence), contentOf(q)];
  const near = share(asked, theirs);
  if (answer.length === 0) return near < 0.6 ? 'wrong' : 'unsure';
  const telling = answer.some((term) => isName(term) || isNumber(term)) && kind !== 'said' && kind !== 'did';
  const holds = share(contentOf(answer.map(({ text }) => text).join(' ')), theirs);
  if (telling && holds > 0.99 && near > 0.66 && asked.size >= 3) return 'right';
  if (share(theirs, own) > 0.7 || share(own, theirs) > 0.7) return 'unsure';
  if (kind === 'said') return near > 0.7 ? 'unsure' : 'wrong';
  return holds > 0.6 && near > 0.45 ? 'unsure' : 'wrong';
}

/** Articles on one event, with the questions that they are asked. */
class Topic {
  readonly questions: string[] = [];
  readonly #people: string[] = [];
  readonly #responder: Responder;
  readonly #index: Passages;

  constructor(rows: readonly Row[]) {
    this.#responder = new Responder(rows.map(articleOf), undefined, knowledge);
    this.#index = this.#responder.index;
  }

  askAll(): void {
    for (const number of this.#index.articles.keys()) {
      const first = this.#index.firstPassage(number);
      const sentences = this.#index.firstPassage(number + 1) - first;
      const lead = Array.from({ length: Math.min(LEAD, sentences) }, (_, i) => first + i);
      let taken = 0;
      for (const passage of dice.shuffled(lead)) if (taken < PER_ARTICLE && this.#askOf(passage)) taken++;
    }
  }

  /** What has nothing to do with these articles. */
  askFar(questions: readonly string[]): void {
    for (const q of questions) write('far', q, this.#found(q).slice(0, 5));
  }

  #askOf(passage: number): boolean {
    const sentence = this.#index.text(passage);
    if (sentence.length < SHORTEST || sentence.length > LONGEST) return false;
    const parsed: { terms: Term[] }[] = nlp(sentence).json();
    const terms = parsed.length === 1 ? (parsed[0]?.terms ?? []) : [];
    const clause = readClause(terms);
    const asked = clause ? questionsOf(clause, { random, infinitive }) : [];
    asked.push(...saidIn(sentence, nlp, random));
    for (const one of chosen(asked)) this.#ask(one, passage, terms);
    for (const term of terms) if (isName(term) && term.tags.includes('Person')) this.#people.push(term.text);
    return asked.length > 0;
  }

  #ask(asked: Asked, passage: number, terms: readonly Term[]): void {
    const { kind, answer } = asked;
    const q = reword(asked.q, synonyms, random);
    this.questions.push(q);
    const sentence = this.#index.text(passage);
    const source = { text: sentence, title: this.#titleOf(passage), right: answer.length > 0 };
    const judged = this.#found(q, passage).map((line) => ({ line, verdict: verdictOn(line.text, asked, sentence) }));
    const rivals = judged.filter(({ verdict }) => verdict === 'wrong').map(({ line }) => line);
    const alike = judged.filter(({ verdict }) => verdict === 'right').map(({ line }) => ({ ...line, right: true }));
    if (answer.length === 0) {
      write('unsaid', q, [source, ...rivals.slice(0, 4)]);
      return;
    }
    write('news', q, [source, ...rivals.slice(0, RIVALS)]);
    // Said in other words elsewhere: what a question in a reader's own words must be matched with.
    if (alike.length > 0) write('told', q, [...alike, ...rivals.slice(0, RIVALS)]);
    const chance = random();
    if (chance < 0.25 && kind !== 'who' && kind !== 'did' && kind !== 'said' && terms.length > 0) {
      const cut = { ...source, text: withoutWords(terms, answer), right: false };
      write('cut', q, chance < 0.12 ? [cut, ...rivals.slice(0, 3)] : [cut, source, ...rivals.slice(0, 1)]);
    } else if (chance < 0.4) {
      const swapped = this.#swapped(q, terms);
      if (swapped === null) return;
      const others = this.#found(swapped, passage).filter(
        ({ text }) => share(contentOf(swapped), contentOf(text)) < 0.6,
      );
      write('swap', swapped, [{ ...source, right: false }, ...others.slice(0, 3)]);
    }
  }

  /** The question with another person's name, or another number. */
  #swapped(q: string, terms: readonly Term[]): string | null {
    for (const term of dice.shuffled(terms)) {
      if (!q.includes(term.text)) continue;
      if (isName(term) && term.tags.includes('Person')) {
        const other = dice.shuffled(this.#people).find((name) => !terms.some(({ text }) => text === name));
        if (other) return q.replace(term.text, other);
      }
      if (isNumber(term) && /^\d{1,3}$/.test(term.text))
        return q.replace(term.text, String(Number(term.text) + 2 + Math.floor(random() * 20)));
    }
    return null;
  }

  /** The product's best lines for a question, but for one passage; held to be wrong until judged. */
  #found(q: string, but?: number): Line[] {
    const { ranked } = this.#responder.find(q, 1);
    return ranked
      .slice(0, BEST)
      .filter(({ passage }) => passage !== but)
      .map(({ passage }) => ({ text: this.#index.text(passage), title: this.#titleOf(passage), right: false }));
  }

  #titleOf(passage: number): string {
    return this.#index.article(passage).title ?? '';
  }
}

writeFileSync(to, '');
const topics = new Topics(readRows(from), options.without.flatMap(readRows));
let before: readonly string[] = [];
for (const center of dice.shuffled(topics.rows.map((_, i) => i)).slice(0, Number(options.topics))) {
  const topic = new Topic(topics.around(center, PER_TOPIC));
  topic.askAll();
  topic.askFar(dice.shuffled([...FAR, ...before.slice(0, FAR.length)]).slice(0, 6));
  before = dice.shuffled(topic.questions);
}
console.log(topics.rows.length, 'articles', counts);
