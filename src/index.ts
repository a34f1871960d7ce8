export type { Answer, AskOptions } from './answers/answer.js';
export {
  type Archive,
  type ArchiveOptions,
  type ArchiveSize,
  createArchive,
  type LoadedKnowledge,
  loadKnowledge,
  openArchive,
  RequestError,
} from './archive.js';
export type { Article, ArticleInput, DateBasis, Problem, Published } from './corpus/article.js';
export type { AlsoIn, ArticleRef, Excerpt } from './corpus/excerpt.js';
export type { DayMention } from './english/days.js';
export type { CheckedClaim, MessageCheck } from './events/check/check.js';
export type { Comparison } from './events/compare/compare.js';
export type { TimelineEntry, TimelineOptions } from './events/timeline/timeline.js';
export type { QuoteGroup, Wording } from './quotes/group.js';
export type { Quote, QuoteOptions, Speaker } from './quotes/quote.js';
