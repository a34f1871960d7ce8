/** A thread that articles are analysed in: takes packed articles, and gives their words. */
import { parentPort } from 'node:worker_threads';
import { rememberTerms } from '../english/analyzer.js';
import { analyseArticles, buffersOf } from './analysedArticles.js';
import { FormTable } from './forwardIndex.js';
import { type PackedArticles, unpackArticles } from './snapshot/packedArticles.js';

const terms = rememberTerms();
const table = new FormTable();

parentPort?.on('message', (packed: PackedArticles) => {
  const analysed = analyseArticles(unpackArticles(packed), terms, table);
  parentPort?.postMessage(analysed, buffersOf(analysed));
});
