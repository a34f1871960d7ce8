import { isCalendarDay } from '../english/calendar.js';
import { splitSentences } from '../english/sentences.js';
import { dropLastWord } from '../english/tail.js';
import { agencyName } from './agencies.js';
import type { Article, ArticleInput, Paragraph, Published, Sentence } from './article.js';
import { placeDateline } from './dateline.js';
import { isNote } from './furniture.js';
import { type Layout, readLayout } from './layout.js';
import { statedDay } from './statedDay.js';

/** An article as a reader of files hands it in, with what its file says beyond the text. */
export interface ArticleSource extends ArticleInput {
  /** Where in `text` the article begins, behind a file's front matter; 0 unless told. */
  readonly textStart?: number | undefined;
}

/** A title made of a first sentence is cut at a word when it is longer; about two lines on a phone. */
const TITLE_LENGTH = 110;
/** A title that is stated is cut only when it is longer than this: then it is a text. */
const LONGEST_TITLE = 500;
/** What is stated as an outlet or agency is cut when it is longer, and more agencies are left out: no article is by twenty. */
const LONGEST_NAME = 100;
const MOST_AGENCIES = 20;

function publishedOf(input: ArticleInput, layout: Layout): Published {
  // A header's day that could be two is none.
  const stated = input.published ?? statedDay(layout.header?.date).day ?? layout.stamp;
  if (stated !== null) {
    if (!isCalendarDay(stated))
      throw new Error(`“${nameOf(stated)}” is no day of the calendar; write it as YYYY-MM-DD`);
    return { date: stated, basis: 'stated' };
  }
  const day = layout.dateline ? placeDateline(layout.dateline, null).date : null;
  return day === null ? { date: null, basis: 'unknown' } : { date: day, basis: 'dateline' };
}

/** Cuts a line at a word, with "…" for what is left out. */
function shorten(line: string, longest: number): string {
  const flat = line.replace(/\s+/g, ' ').trim();
  if (flat.length <= longest) return flat;
  return `${dropLastWord(flat.slice(0, longest))}…`;
}

/** A stated name, of a length that a name may have. */
function nameOf(written: string): string {
  const name = written.trim();
  return name.length <= LONGEST_NAME ? name : shorten(name, LONGEST_NAME);
}

function siteOf(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol.startsWith('http') ? hostname.replace(/^www\./, '') : null;
}

/**
 * Reads one article: its paragraphs and sentences as spans of the untouched text, its title, outlet, agencies and date.
 * What the caller states (title, outlet, date) wins over what the page says.
 * @param file path below the corpus folder, null when the article did not come from a file
 * @throws Error when there is no text to answer from, or the date is no day of the calendar
 */
export function createArticle(input: ArticleSource, file: string | null = null): Article {
  const { id, text } = input;
  const layout = readLayout(text, input.title, input.textStart);
  const published = publishedOf(input, layout);
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  let number = 0;
  for (const { start, end, kind, content } of layout.blocks) {
    const firstSentence = sentences.length;
    if (kind === 'body') {
      for (const span of splitSentences(text, content)) sentences.push({ ...span, paragraph: paragraphs.length });
    }
    const isBody = sentences.length > firstSentence;
    // A body paragraph is its text: dateline and credit stay outside, so that no excerpt of it shows them.
    paragraphs.push({
      start: sentences[firstSentence]?.start ?? start,
      end: isBody ? (sentences.at(-1)?.end ?? end) : end,
      kind: kind === 'body' && !isBody ? 'furniture' : kind,
      number: isBody ? ++number : 0,
      firstSentence,
      endSentence: sentences.length,
    });
  }
  const [first] = sentences;
  if (!first) throw new Error('there is no text to answer from');
  const paragraphOf = ({ paragraph }: Sentence): string =>
    text.slice(paragraphs[paragraph]?.start, paragraphs[paragraph]?.end);
  const isStated = Boolean(input.title?.trim());
  const beginning = sentences.find((sentence) => !isNote(paragraphOf(sentence))) ?? first;
  const title = input.title?.trim() || layout.headline || text.slice(beginning.start, beginning.end);
  const signed = layout.credits.find((credit) => credit.outlet !== null)?.outlet;
  const agencies = [
    ...(input.agencies ?? []).slice(0, MOST_AGENCIES).map((name) => agencyName(name) ?? nameOf(name)),
    ...(layout.dateline?.agencies ?? []),
    ...layout.credits.flatMap((credit) => credit.agencies),
  ];
  return {
    id,
    file,
    text,
    title: isStated && title.length <= LONGEST_TITLE ? title : shorten(title, isStated ? LONGEST_TITLE : TITLE_LENGTH),
    outlet: nameOf(input.outlet ?? '') || layout.site || signed || layout.dateline?.outlet || siteOf(input.url),
    agencies: [...new Set(agencies)],
    url: input.url ?? null,
    published,
    dateline: layout.dateline ? placeDateline(layout.dateline, published.date) : null,
    paragraphs,
    sentences,
  };
}
