export type { Answer, AskOptions } from './answers/answer.js';
export type { Filter } from './answers/filter.js';
export type { ToldOtherwise } from './answers/toldOtherwise.js';
export {
  type Archive,
  type ArchiveOptions,
  type ArchiveSize,
  createArchive,
  type LoadedKnowledge,
  loadKnowledge,
  openArchive,
  type ReaderChoice,
  RequestError,
} from './archive.js';
export type {
  Article,
  ArticleHead,
  ArticleInput,
  DateBasis,
  Dateline,
  DatelineDay,
  Paragraph,
  ParagraphKind,
  Problem,
  Published,
  Sentence,
} from './corpus/article.js';
export type { AlsoIn, ArticleRef, Excerpt } from './corpus/excerpt.js';
export type {
  DocumentFormat,
  Extracted,
  ExtractedArticle,
  Extraction,
} from './corpus/readers/extraction/extracted.js';
export type { Token } from './english/analyzer.js';
export type { DayMention } from './english/days.js';
export type { Span } from './english/span.js';
export type { CheckedClaim, ClaimDifference, ClaimOutcome, MessageCheck } from './events/check/check.js';
export type { ClaimMismatch } from './events/check/claimMismatches.js';
export type { ComparedItem, Comparison, Difference, DifferingWords, ItemKind } from './events/compare/compare.js';
export type { When } from './events/timeline/happening.js';
export type { Reach } from './events/timeline/reach.js';
export type { DifferingDay, TimelineEntry, TimelineOptions } from './events/timeline/timeline.js';
export type { QuoteGroup, Wording } from './quotes/group.js';
export type { Quote, QuoteOptions, Speaker } from './quotes/quote.js';
export type { Alias, AliasEntry, AliasedPhrase, AliasLink, AliasPhrase, AliasTable } from './search/aliases.js';
export type { EndpointOptions } from './search/jsonEndpoint.js';
export type { Knowledge } from './search/lexicon.js';
export type { CandidateScorer, ScorerVerdict } from './search/meaning/candidateScorer.js';
export type { RemoteOptions } from './search/meaning/remoteEncoder.js';
export type { ScorerLog } from './search/meaning/restingScorer.js';
export type { VectorTable } from './search/meaning/vectorFile.js';
export type { WordVectors } from './search/meaning/wordVectors.js';
export type { ProtocolName } from './search/reader/remote/protocols.js';
export type { RemoteReaderOptions } from './search/reader/remote/remoteReader.js';
export type { DifferenceKind } from './statements/mismatch.js';
