export type { Answer, AskOptions } from './answers/answer.js';
export type { Filter } from './answers/filter.js';
export {
  type Archive,
  type ArchiveOptions,
  type ArchiveSize,
  createArchive,
  type LoadedKnowledge,
  loadKnowledge,
  type OpeningStep,
  openArchive,
  type ReaderChoice,
  RequestError,
} from './archive.js';
export type {
  Article,
  ArticleInput,
  DateBasis,
  Dateline,
  Paragraph,
  ParagraphKind,
  Problem,
  Published,
  Sentence,
} from './corpus/article.js';
export type { AlsoIn, ArticleRef, Excerpt } from './corpus/excerpt.js';
export type { DayMention } from './english/days.js';
export type { Span } from './english/span.js';
export type { CheckedClaim, ClaimDifference, ClaimOutcome, MessageCheck } from './events/check/check.js';
export type { ComparedItem, Comparison, Difference, DifferingWords, ItemKind } from './events/compare/compare.js';
export type { When } from './events/timeline/happening.js';
export type { Reach } from './events/timeline/reach.js';
export type { DifferingDay, TimelineEntry, TimelineOptions } from './events/timeline/timeline.js';
export type { QuoteGroup, Wording } from './quotes/group.js';
export type { Quote, QuoteOptions, Speaker } from './quotes/quote.js';
export type { Knowledge } from './search/lexicon.js';
export type { CandidateScorer, ScorerVerdict } from './search/meaning/candidateScorer.js';
export type { RemoteOptions } from './search/meaning/remoteEncoder.js';
export type { ScorerLog } from './search/meaning/restingScorer.js';
export type { RemoteReaderOptions } from './search/reader/remote/remoteReader.js';
export type { DifferenceKind } from './statements/mismatch.js';
