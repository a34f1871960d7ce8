import { type Encoder, relativeLikeness, similarities } from '../../search/meaning/encoder.js';
import type { Reading } from '../fit/reading.js';
import type { Ranked } from './rank.js';

/** Sentences sent to an encoder for a question: three requests of `RemoteEncoder`'s, which is what its time-out leaves room for. */
const COMPARED = 40;
/**
 * What the sentence most alike gets. As much as holding the whole question in other words (`coverage` in `weights.ts`), so
 * that it passes a sentence with some of the words and hardly one with all of them. A choice, not a fit: there was
 * no model to fit it on.
 */
const LIKENESS_WEIGHT = 2.8;

/** Lets an encoder have its say on the order of the best candidates; those below them keep their places. */
export async function rerank(
  ranked: readonly Ranked[],
  reading: Reading,
  encoder: Encoder,
): Promise<readonly Ranked[]> {
  const compared = ranked.slice(0, COMPARED);
  const sentences = compared.map(({ passage }) => reading.index.text(passage));
  const likeness = relativeLikeness(await similarities(encoder, reading.question.asking.trim(), sentences));
  const weighed = compared.map((one, i) => ({ ...one, score: one.score + LIKENESS_WEIGHT * (likeness[i] ?? 0) }));
  return [...weighed.sort((a, b) => b.score - a.score || a.passage - b.passage), ...ranked.slice(COMPARED)];
}
