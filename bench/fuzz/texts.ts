import { createArchive, loadKnowledge } from '../../src/archive.js';
import { mulberry32 } from '../../src/evaluation/mulberry32.js';
import { pick, type Random } from '../pick.js';
import { timed } from '../timing.js';
import { lookAtAnswers } from './answersLookedAt.js';
import type { FuzzRow } from './fuzz.js';
import { NASTY, SENTENCES } from './pieces.js';

/** Articles that are asked together, so that their lines also meet. */
const TOGETHER = 5;
const MOST_PIECES = 25;
const WORDS =
  'the of and said told reporters Holm Ingrid Norwick ferry captain coast guard Tuesday March 5 2024 3.5 million per cent no not never will a.m. Mr. U.S. according to he she they “ ” ‘ ’ " \' , . ; : ? ! — … ( ) [ ] - \n \n\n'.split(
    ' ',
  );

/** Reads articles that are words and marks in any order, and asks them for an answer, quotes and a timeline. */
export async function fuzzTexts(count: number, seed: number): Promise<FuzzRow> {
  const random = mulberry32(seed);
  const knowledge = await loadKnowledge(null);
  const faults: string[] = [];
  let [done, slowestMs] = [0, 0];
  for (; done < count; done += TOGETHER) {
    const articles = Array.from({ length: TOGETHER }, (_, number) => ({
      id: `a${number}`,
      published: '2024-03-05',
      text: `${pick(random, SENTENCES)} ${madeUp(random)}`,
    }));
    const { milliseconds } = await timed(async () => {
      try {
        const archive = await createArchive(articles, { reader: false, knowledge });
        faults.push(...(await lookAtAnswers(archive)));
        await archive.close();
      } catch (error) {
        faults.push(`${error instanceof Error ? error.stack : String(error)}: ${JSON.stringify(articles)}`);
      }
    });
    slowestMs = Math.max(slowestMs, milliseconds);
  }
  return { what: 'articles of words and marks in any order', cases: done, faults, slowestMs };
}

function madeUp(random: Random): string {
  const length = 1 + Math.floor(random() * MOST_PIECES);
  return Array.from({ length }, () => {
    const kind = random();
    if (kind < 0.75) return pick(random, WORDS);
    return kind < 0.9 ? pick(random, SENTENCES).slice(0, Math.floor(random() * 80)) : pick(random, NASTY);
  }).join(random() < 0.9 ? ' ' : '');
}
