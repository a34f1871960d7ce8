import type { Article, Problem } from '../corpus/article.js';
import type { Steps } from '../steps.js';
import { type ReadQuotes, readQuotes } from './extract.js';
import { MentionIndex } from './mentions.js';
import { NamedPeople } from './namedPeople.js';
import type { Quote } from './quote.js';
import { readForms, SpeakerMatcher } from './speakerMatcher.js';
import { readSpeakers, SpeakerList } from './speakers.js';
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
  /** Everybody whom the articles name, quoted or not. */
  readonly people: NamedPeople;
  readonly mentions: MentionIndex;
}

/**
 * Reads the quotes of a corpus, an article a step.
 * @param known what is quoted in each article, where that was read elsewhere
 * @param before what was read of articles before these, which is not read again
 */
export function* readBook(
  articles: readonly Article[],
  known: readonly ReadQuotes[] | null = null,
  before: BookContents | null = null,
): Steps<BookContents> {
  const quotes: Quote[] = [...(before?.quotes ?? [])];
  const problems: Problem[] = [...(before?.problems ?? [])];
  const mentions = new MentionIndex(before?.mentions);
  // Names that are known beside make no difference to who still looks something up in the book before.
  const people = before?.people ?? new NamedPeople();
  for (const [number, article] of articles.entries()) {
    const read = known?.[number] ?? readQuotes(article);
    for (const quote of read.quotes) quotes.push(quote);
    for (const somebody of read.named) people.add(somebody);
    if (read.fault !== null) {
      const message = `Its quotes could not be read and are left out: ${read.fault}.`;
      problems.push({ file: article.file ?? article.id, line: null, message });
    }
    yield;
    mentions.add(article);
    yield;
  }
  const entries = yield* readSpeakers(quotes, people);
  const list = new SpeakerList(quotes, entries);
  const isNamed = (words: readonly string[]) => words.every((word) => people.hasWord(word));
  const matcher = new SpeakerMatcher(entries, isNamed, yield* readForms(entries));
  const statements = yield* readStatements(quotes, list, before?.statements);
  return { quotes, problems, list, statements, matcher, people, mentions };
}
