import { isCalendarDay } from '../english/calendar.js';
import type { ArticleSource } from './articles.js';
import { statedDay } from './statedDay.js';

/** What the lines of such a head may be called, and what they say; who wrote an article is no part of its text. */
const LABELS = {
  agencies: 'agencies',
  agency: 'agencies',
  author: null,
  by: null,
  byline: null,
  date: 'published',
  headline: 'title',
  link: 'url',
  newspaper: 'outlet',
  outlet: 'outlet',
  published: 'published',
  publisher: 'outlet',
  site: 'outlet',
  source: 'outlet',
  title: 'title',
  url: 'url',
  website: 'outlet',
} as const satisfies Readonly<Record<string, keyof ArticleSource | null>>;

type Label = keyof typeof LABELS;
const isLabel = (word: string): word is Label => word in LABELS;

const LINE = /^[ \t]*(\p{L}{2,10})[ \t]*:([^\r\n]{0,1000})(?:\r\n|\r|\n|$)/u;
/** Room for the longest of them. */
const LONGEST_LINE = 1_100;
const BLANK = /^[\uFEFF\s]*/;
/** One such line may begin any text: "Source: the mayor". */
const LEAST = 2;

/** What stands at the head of a text in lines such as "Source: The Marlow Gazette". */
export interface LabelledHead {
  readonly fields: Omit<ArticleSource, 'id' | 'text'>;
  /** Where the text begins. */
  readonly end: number;
  /** Why its date is not taken; null where it is. */
  readonly note: string | null;
}

/**
 * Reads the head of a text: two lines and more of a known word, a colon and a value, at its very top.
 * @returns null where there is none
 */
export function readLabelledHead(text: string): LabelledHead | null {
  const values = new Map<Label, string>();
  let end = BLANK.exec(text)?.[0].length ?? 0;
  for (;;) {
    const [line = '', word = '', value = ''] = LINE.exec(text.slice(end, end + LONGEST_LINE)) ?? [];
    const label = word.toLowerCase();
    if (!isLabel(label) || values.has(label)) break;
    values.set(label, value.trim());
    end += line.length;
  }
  return values.size < LEAST ? null : { ...stated(values), end };
}

function stated(values: ReadonlyMap<Label, string>): Pick<LabelledHead, 'fields' | 'note'> {
  const filled = [...values].filter(([, value]) => value !== '');
  const first = (field: keyof ArticleSource): string | undefined =>
    filled.find(([label, value]) => LABELS[label] === field && (field === 'url' || !isUrl(value)))?.[1];
  const date = first('published');
  const { day, note } = statedDay(date);
  const isDay = day !== undefined && isCalendarDay(day);
  return {
    fields: {
      title: first('title'),
      outlet: first('outlet'),
      // "Source:" is an address, too.
      url: filled.map(([, value]) => value).find(isUrl),
      published: isDay ? day : undefined,
      agencies: first('agencies')?.split(','),
    },
    note: note ?? (day === undefined || isDay ? null : `“${date}” is no day that can be read; write it as YYYY-MM-DD.`),
  };
}

/** Whether a value is an address of the web. */
function isUrl(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}
