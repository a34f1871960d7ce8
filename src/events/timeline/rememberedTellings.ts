import type { Span } from '../../english/span.js';
import type { Clause, ClauseReader } from '../../statements/clauses.js';
import { SentenceDays } from '../../statements/sentenceDays.js';
import type { SentenceHit } from '../relevantSentences.js';
import { type Telling, tellingsOf } from './happening.js';

const NO_SPAN: Span = { start: 0, end: 0 };

/** The clauses of sentences that name a day, with a memory: most name none, tell of nothing in a timeline, and need not be read. */
export function rememberDatedClauses(reader: ClauseReader): (hit: SentenceHit) => readonly Clause[] {
  const known = new Map<string, readonly Clause[]>();
  return ({ article, sentence }) => {
    const key = `${article.id}\n${sentence}`;
    const before = known.get(key);
    if (before) return before;
    const days = new SentenceDays(article, article.sentences[sentence] ?? NO_SPAN);
    const clauses = days.all.length === 0 ? [] : reader.clausesOf(article, sentence, days);
    known.set(key, clauses);
    return clauses;
  };
}

/** {@link tellingsOf} with a memory, for as long as a timeline is made: a line meets many others. */
export function rememberTellings(): (clause: Clause) => readonly Telling[] {
  const known = new Map<Clause, readonly Telling[]>();
  return (clause) => {
    const tellings = known.get(clause) ?? tellingsOf(clause);
    known.set(clause, tellings);
    return tellings;
  };
}
