/** The thread that quotes are read in: takes packed articles, and gives what is quoted in each. */
import { parentPort } from 'node:worker_threads';
import { type PackedArticles, unpackArticles } from '../search/snapshot/packedArticles.js';
import { readQuotes } from './extract.js';
import { withoutTexts } from './sentQuotes.js';

parentPort?.on('message', (packed: PackedArticles) => {
  parentPort?.postMessage(unpackArticles(packed).map((article) => withoutTexts(readQuotes(article))));
});
