import type { Article, Problem } from '../corpus/article.js';
import type { Steps } from '../steps.js';
import { type ReadQuotes, readQuotes } from './extract.js';
import { MentionIndex } from './mentions.js';
import type { Named } from './named.js';
import type { Quote } from './quote.js';
import { readForms, SpeakerMatcher } from './speakerMatcher.js';
import { nameKey, readSpeakers, SpeakerList } from './speakers.js';
import { readStatements, type Statements } from './statements.js';

/** What is read of a corpus for its quotes. */
export interface BookContents {
  /** In the order of the articles. */
  readonly quotes: readonly Quote[];
  /** Articles whose quotes could not be read, through a fault of ours. */
  readonly problems: readonly Problem[];
  readonly list: SpeakerList;
  /** All quotes, as statements. */
  readonly statements: Statements;
  readonly matcher: SpeakerMatcher;
  readonly mentions: MentionIndex;
}

/**
 * Reads the quotes of a corpus, an article a step.
 * @param known what is quoted in each article, where that was read elsewhere
 */
export function* readBook(
  articles: readonly Article[],
  known: readonly ReadQuotes[] | null = null,
): Steps<BookContents> {
  const quotes: Quote[] = [];
  const named: Named[] = [];
  const problems: Problem[] = [];
  const mentions = new MentionIndex();
  const nameWords = new Set<string>();
  for (const [number, article] of articles.entries()) {
    const read = known?.[number] ?? readQuotes(article);
    for (const quote of read.quotes) quotes.push(quote);
    for (const somebody of read.named) {
      named.push(somebody);
      for (const word of somebody.words) for (const key of nameKey(word)) nameWords.add(key);
    }
    if (read.fault !== null) {
      const message = `Its quotes could not be read and are left out: ${read.fault}.`;
      problems.push({ file: article.file ?? article.id, line: null, message });
    }
    yield;
    mentions.add(article);
    yield;
  }
  const entries = yield* readSpeakers(quotes, named);
  const list = new SpeakerList(quotes, entries);
  const isNamed = (words: readonly string[]) => words.every((word) => nameWords.has(word));
  const matcher = new SpeakerMatcher(entries, isNamed, yield* readForms(entries));
  return { quotes, problems, list, statements: yield* readStatements(quotes, list), matcher, mentions };
}
