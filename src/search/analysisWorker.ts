/** A thread that articles are analysed in: takes packed articles, and gives their words. */
import { parentPort } from 'node:worker_threads';
import { rememberTerms } from '../english/analyzer.js';
import { analyseArticles, buffersOf } from './analysedArticles.js';
import { type PackedArticles, unpackArticles } from './snapshot/packedArticles.js';

const terms = rememberTerms();

parentPort?.on('message', (packed: PackedArticles) => {
  const analysed = analyseArticles(unpackArticles(packed), terms);
  parentPort?.postMessage(analysed, buffersOf(analysed));
});
