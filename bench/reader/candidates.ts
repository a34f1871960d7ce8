/**
 * Writes the product's best candidates for each question of some sets, for `evaluate.py` to let a reader order them.
 *
 *   node dist/bench/reader/candidates.js OUT.jsonl SET.jsonl@CORPUS …
 *
 * Sets are in the format of docs/EVALUATION.md. A line holds the question, how sure the product is, and its best sentences.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { excerptOf } from '../../src/answers/excerpt.js';
import { Responder } from '../../src/answers/responder.js';
import { readCorpus } from '../../src/corpus/folder.js';
import { holdsGold, levelled } from '../../src/evaluation/evaluate.js';
import { readQuestionSet } from '../../src/evaluation/questionSet.js';
import { loadKnowledge } from '../../src/search/knowledge.js';

/** As many as the reader gets to see. */
const BEST = 16;

const [out, ...sets] = process.argv.slice(2);
if (!out || sets.length === 0) throw new Error('candidates: OUT.jsonl SET.jsonl@CORPUS …');
const knowledge = await loadKnowledge(null);
const lines: string[] = [];
for (const set of sets) {
  const [file = '', corpus = 'seeds'] = set.split('@');
  const responder = new Responder((await readCorpus(corpus)).articles, undefined, knowledge);
  for (const question of readQuestionSet(readFileSync(file, 'utf8'), file)) {
    const { ranked, reading, confidence } = responder.find(question.q, 5);
    const candidates = ranked.slice(0, BEST).map(({ passage, score, run }) => {
      const text = reading.index.text(passage);
      return {
        text,
        headline: reading.index.article(passage).title ?? '',
        score,
        gold: question.gold.some((gold) => levelled(text).includes(levelled(gold.text))),
        shown: holdsGold(excerptOf(run, reading), question.gold),
      };
    });
    const { q, kind, answerable } = question;
    lines.push(JSON.stringify({ set: path.basename(file, '.jsonl'), q, kind, answerable, confidence, candidates }));
  }
}
writeFileSync(out, `${lines.join('\n')}\n`);
