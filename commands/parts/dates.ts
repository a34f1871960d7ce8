import type { Published } from '../../src/corpus/article.js';
import { dayInWords } from '../../src/english/calendar.js';
import type { DayMention } from '../../src/english/days.js';

/** When an article was published and how that is known: "20 October 2023", "undated, inferred 19 October 2023". */
export function publishedInWords({ date, basis }: Published): string {
  if (date === null || basis === 'unknown') return 'undated';
  const day = dayInWords(date);
  if (basis === 'inferred') return `undated, inferred ${day}`;
  return basis === 'dateline' ? `${day}, from its dateline` : day;
}

/** What days said in words mean, each once: `“Thursday” = 19 October 2023`. Words that are as clear as the date are left out. */
export function daysExplained(days: readonly DayMention[]): string[] {
  const explained = days
    .filter(({ text, date }) => text !== dayInWords(date) && text !== date)
    .map(({ text, date }) => `“${text}” = ${dayInWords(date)}`);
  return [...new Set(explained)];
}

/** The days a corpus spans: "18 October 2023 to 20 October 2023", "20 October 2023", "no dates". */
export function spanInWords(first: string | null, last: string | null): string {
  if (!first || !last) return 'no dates';
  return first === last ? dayInWords(first) : `${dayInWords(first)} to ${dayInWords(last)}`;
}
