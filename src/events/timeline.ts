import type { Article } from '../corpus/article.js';
import type { DayMention } from '../corpus/days.js';
import type { Excerpt } from '../corpus/excerpt.js';
import type { RankSentences } from './topic.js';

export interface TimelineOptions {
  /** Only what has to do with this; everything when left out. */
  readonly topic?: string | undefined;
  /** Only what happened on this day or later, 'YYYY-MM-DD'. */
  readonly from?: string | undefined;
  /** Only what happened on this day or earlier, 'YYYY-MM-DD'. */
  readonly to?: string | undefined;
}

/** When something happened, no more precise than the source says. */
export interface When {
  /** 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY', as `precision` says. */
  readonly date: string;
  readonly precision: 'day' | 'month' | 'year';
}

/** A source that gives the same happening another day. */
export interface DifferingDay {
  readonly when: When;
  /** The words that say so, with their span in the article's text. */
  readonly words: DayMention;
  readonly excerpt: Excerpt;
}

/** One happening, dated by the sources themselves. */
export interface TimelineEntry {
  readonly when: When;
  /** The words that date it, with their span in the text of `excerpt.article`. */
  readonly words: DayMention;
  /** True when the source speaks of it as still to come. */
  readonly expected: boolean;
  /** The sentence that tells it best; emphasis is the dated clause; `alsoIn` are the sources that give it the same day. */
  readonly excerpt: Excerpt;
  /** Sources that give it another day, oldest day first; empty when all agree. */
  readonly differing: readonly DifferingDay[];
}

/**
 * What happened, in the order in which it happened (not in which it was printed).
 * @param rank which sentences a topic is about; only called when `topic` is given
 * @returns oldest first; a month or a year stands before the days in it
 */
export function buildTimeline(
  _articles: readonly Article[],
  _options: TimelineOptions,
  _rank: RankSentences,
): TimelineEntry[] {
  return [];
}
