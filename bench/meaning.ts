/**
 * Compares ways to find a sentence by meaning, each alone, without the rest of the ranking: `npm run build && node
 * dist/bench/meaning.js`. The result and what follows from it are in docs/MEANING.md.
 */
import { readFile } from 'node:fs/promises';
import { readCorpus } from '../src/corpus/folder.js';
import { analyze, type Token } from '../src/english/analyzer.js';
import { readQuestionSet } from '../src/evaluation/questionSet.js';
import type { AliasTable } from '../src/search/aliases.js';
import { loadAliases } from '../src/search/aliasFiles.js';
import { inverseDocumentFrequency } from '../src/search/invertedIndex.js';
import { cosine } from '../src/search/meaning/sentenceVector.js';
import { loadWordVectors } from '../src/search/meaning/wordVectors.js';
import { drawTable } from '../src/terminal/table.js';
import { SifEncoder } from './sifEncoder.js';
import { type Similarity, similarityBy } from './softCoverage.js';

const CORPUS = 'seeds';
const QUESTIONS = 'tests/eval/event.jsonl';
const KINDS = ['paraphrase', 'direct', 'yesno', 'typo'];
/** What the ranking uses: meaning is asked only when no sentence holds so much of the question by its words. */
const GATE = 0.4;

interface Passage {
  readonly article: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly terms: ReadonlySet<string>;
}

/** A score a passage. */
type Method = (question: string) => readonly number[];

async function readPassages(): Promise<Passage[]> {
  const { articles } = await readCorpus(CORPUS);
  return articles.flatMap((article) =>
    article.sentences.map(({ start, end }) => {
      const text = article.text.slice(start, end);
      const tokens = analyze(text);
      return { article: article.id, text, tokens, terms: new Set(tokens.map(({ term }) => term)) };
    }),
  );
}

/** @returns how much of a question each passage holds, 0..1, by words and whatever else is given */
function coverageBy(passages: readonly Passage[], aliases: AliasTable | null, similarity: Similarity | null): Method {
  const idf = new Map<string, number>();
  for (const term of new Set(passages.flatMap(({ terms }) => [...terms]))) {
    const df = passages.filter(({ terms }) => terms.has(term)).length;
    idf.set(term, inverseDocumentFrequency(df, passages.length));
  }
  const unseen = inverseDocumentFrequency(0, passages.length);
  return (question) => {
    const all = analyze(question, true);
    const found = aliases?.find(all) ?? [];
    const asked = analyze(question).map((token) => {
      const at = all.findIndex(({ start }) => start === token.start);
      const phrase = found.find(({ from, to }) => from <= at && at < to);
      return { token, aliases: phrase?.aliases ?? [], weight: idf.get(token.term) ?? unseen };
    });
    const total = asked.reduce((sum, { weight }) => sum + weight, 0);
    return passages.map((passage) => {
      const held = asked.map(({ token, aliases, weight }) => {
        if (passage.terms.has(token.term)) return weight;
        const alias = aliases.find(({ terms }) => terms.every((term) => passage.terms.has(term)));
        if (alias) return weight * alias.strength;
        if (!similarity) return 0;
        return weight * Math.max(0, ...passage.tokens.map(({ surface }) => similarity(token.surface, surface)));
      });
      return total === 0 ? 0 : held.reduce((sum, weight) => sum + weight, 0) / total;
    });
  };
}

const gated =
  (first: Method, second: Method): Method =>
  (question) => {
    const scores = first(question);
    return Math.max(...scores) < GATE ? second(question) : scores;
  };

const plus =
  (first: Method, second: Method, share: number): Method =>
  (question) => {
    const other = second(question);
    return first(question).map((score, i) => score + share * (other[i] ?? 0));
  };

async function main(): Promise<void> {
  const passages = await readPassages();
  const questions = readQuestionSet(await readFile(QUESTIONS, 'utf8'), QUESTIONS).filter(
    ({ answerable }) => answerable,
  );
  const { aliases } = await loadAliases(null);
  const { vectors, problem } = await loadWordVectors();
  if (!vectors) throw new Error(problem);
  const encoder = new SifEncoder(vectors);
  const sif: Method = (question) => {
    const asked = encoder.encode(question);
    return passages.map(({ text }) => cosine(asked, encoder.encode(text)));
  };
  const words = coverageBy(passages, null, null);
  const soft = coverageBy(passages, null, similarityBy(vectors));
  const named = coverageBy(passages, aliases, null);
  const both = coverageBy(passages, aliases, similarityBy(vectors));
  const methods: readonly (readonly [string, Method])[] = [
    ['words', words],
    ['SIF cosine', sif],
    ['words + SIF/2', plus(words, sif, 0.5)],
    ['soft coverage', soft],
    ['soft coverage + SIF/2', plus(soft, sif, 0.5)],
    ['aliases', named],
    ['aliases + SIF/2', plus(named, sif, 0.5)],
    ['aliases + soft coverage', both],
    ['aliases, gated soft coverage', gated(named, both)],
  ];
  const rows = methods.map(([name, method]) => [
    name,
    ...KINDS.map((kind) => {
      const asked = questions.filter((question) => question.kind === kind);
      const ranks = asked.map(({ q, gold }) => rankOf(method(q), passages, gold));
      const within = (limit: number) => (ranks.filter((rank) => rank <= limit).length / asked.length).toFixed(2);
      return `${within(1)} ${within(3)}`;
    }),
  ]);
  console.log(drawTable([['top1 top3', ...KINDS], ...rows]));
}

/** @returns 1-based; infinite when no passage holds a gold text's beginning or end */
function rankOf(
  scores: readonly number[],
  passages: readonly Passage[],
  gold: readonly { readonly doc?: string | undefined; readonly text: string }[],
): number {
  const order = [...passages.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const at = order.findIndex((i) => {
    const passage = passages[i];
    return gold.some(({ doc, text }) => (!doc || doc === passage?.article) && passage?.text.includes(text));
  });
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

await main();
