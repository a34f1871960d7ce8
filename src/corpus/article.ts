import type { Span } from '../english/span.js';

/** What a caller hands in: one article, before its text is read. */
export interface ArticleInput {
  readonly id: string;
  readonly text: string;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
  /** A calendar day, 'YYYY-MM-DD'. */
  readonly published?: string | undefined;
  /** News agencies whose report it is, such as 'Reuters'; those that its text names are added. */
  readonly agencies?: readonly string[] | undefined;
}

/**
 * How an article's date is known: said by its header or metadata, read off its dateline ("SEOUL, Oct 19, 2023:"), worked
 * out from other coverage or from what its text says, or not at all.
 */
export type DateBasis = 'stated' | 'dateline' | 'inferred' | 'unknown';

/** `date` is a calendar day, 'YYYY-MM-DD', that is the same day in every time zone; null exactly when `unknown`. */
export interface Published {
  readonly date: string | null;
  readonly basis: DateBasis;
}

/** The day of a dateline as written: most say no year. */
export interface DatelineDay {
  /** 1..12 */
  readonly month: number;
  readonly day: number;
  readonly year: number | null;
}

/** "SEOUL, Oct 19:" at the head of the first paragraph. */
export interface Dateline extends Span {
  readonly place: string | null;
  /** As written; it need not be a day of the calendar. */
  readonly day: DatelineDay | null;
  /** 'YYYY-MM-DD', where the year is known. */
  readonly date: string | null;
}

/** `body` is what answers come from; a `heading` gives context only; `furniture` (menus, counters, credits) neither. */
export type ParagraphKind = 'body' | 'heading' | 'furniture';

export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
  /** 1-based among the body paragraphs, as a reader counts; 0 for headings and furniture. */
  readonly number: number;
  /** Index of its first sentence in `Article.sentences`. */
  readonly firstSentence: number;
  /** Index after its last sentence; equal to `firstSentence` for headings and furniture. */
  readonly endSentence: number;
}

/** One sentence of a body paragraph. */
export interface Sentence extends Span {
  /** Index in `Article.paragraphs`. */
  readonly paragraph: number;
}

/** What is known of an article without its text. */
export interface ArticleHead {
  readonly id: string;
  /** Path below the corpus folder, for showing; null when the article did not come from a file. */
  readonly file: string | null;
  readonly title: string;
  readonly outlet: string | null;
  readonly agencies: readonly string[];
  readonly url: string | null;
  readonly published: Published;
  readonly dateline: Dateline | null;
}

/** An article as read. Every span is into `text`, which is never changed. */
export interface Article extends ArticleHead {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
}

/** Something wrong in the corpus: reported, skipped, and the rest still serves. */
export interface Problem {
  /** Path below the corpus folder. */
  readonly file: string;
  /** 1-based, or null when the whole file is meant. */
  readonly line: number | null;
  /** One plain sentence for the owner: what is wrong and what to do. */
  readonly message: string;
  /** The article is there all the same: something about it is asked for, or was read otherwise than it was written. */
  readonly isNote?: boolean;
  /** It was given up for want of time or memory, and may be read the next time. */
  readonly mayPass?: boolean;
}

/** A corpus, opened: what could be read and what could not. */
export interface Corpus {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
}
