import type { Archive } from './archiveInterface.js';

/**
 * An archive as it answers where another confidence is wanted than the one it was opened with. It is the same archive: who has it does not
 * close it.
 * @param minConfidence 0..1
 */
export function withMinConfidence(archive: Archive, minConfidence: number): Archive {
  return {
    get size() {
      return archive.size;
    },
    get problems() {
      return archive.problems;
    },
    ask: (question, options) => archive.ask(question, { ...options, minConfidence }),
    quotes: (options) => archive.quotes(options),
    statements: (options) => archive.statements(options),
    mentions: (name) => archive.mentions(name),
    timeline: (options) => archive.timeline(options),
    compare: (topic) => archive.compare(topic),
    check: (message) => archive.check(message),
    articles: () => archive.articles(),
    catalogue: () => archive.catalogue(),
    article: (id) => archive.article(id),
    speakers: () => archive.speakers(),
    sources: () => archive.sources(),
    examples: (most) => archive.examples(most),
    context: (articleId, span) => archive.context(articleId, span),
    readAhead: () => archive.readAhead(),
    close: async () => undefined,
  };
}
