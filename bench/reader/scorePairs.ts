/**
 * Scores pairs by a reader's file, for comparing with what the weights give elsewhere:
 * `node dist/bench/reader/scorePairs.js FILE < pairs.jsonl`. A line is `{"question": …, "candidate": …}`; out comes, a line each,
 * `{"ids": …, "candidateAt": …, "score": …}`.
 */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { CrossEncoder } from '../../src/search/reader/crossEncoder.js';
import { placeWeights } from '../../src/search/reader/placedWeights.js';
import { readReaderFile } from '../../src/search/reader/readerFile.js';
import { WordPieces } from '../../src/search/reader/wordPieces.js';

const PAIR = z.object({ question: z.string(), candidate: z.string() });

const weights = readReaderFile(await readFile(process.argv[2] ?? ''));
const wordPieces = new WordPieces(weights.pieces, weights.shape.positions);
const encoder = new CrossEncoder(placeWeights(weights));
const lines = (await text(process.stdin)).split('\n').filter((line) => line !== '');
for (const line of lines) {
  const { question, candidate } = PAIR.parse(JSON.parse(line));
  const pairs = wordPieces.pairs(question, [candidate]);
  const [score] = encoder.score(pairs) ?? [];
  process.stdout.write(`${JSON.stringify({ ...pairs[0], score })}\n`);
}
