import type { Archive } from '../../src/archive.js';

const QUESTION = 'what did the captain say about the ferry on Tuesday';

/**
 * Asks an archive for an answer, quotes and a timeline.
 * @returns what is shown and is no slice of its article
 * @throws what nothing that is asked may throw
 */
export async function lookAtAnswers(archive: Archive): Promise<string[]> {
  const texts = new Map((await archive.articles()).map(({ id, text }) => [id, text]));
  const { excerpts, closest } = await archive.ask(QUESTION);
  const quotes = await archive.quotes();
  await archive.timeline();
  const shown = [
    ...[...excerpts, ...closest].map(({ text, start, end, article }) => ({ text, start, end, id: article.id })),
    ...quotes.map(({ text, start, end, article }) => ({ text, start, end, id: article.id })),
  ];
  return shown
    .filter(({ text, start, end, id }) => texts.get(id)?.slice(start, end) !== text)
    .map(({ id, start }) => `${id} at ${start}: what is shown is not what stands there`);
}
