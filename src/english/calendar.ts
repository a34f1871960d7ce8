/** Calendar days as 'YYYY-MM-DD': counted in UTC only, so that no time zone can shift one, and without a clock. */

const DAY_MS = 86_400_000;
const CALENDAR_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Lower case, from Sunday. */
export const WEEKDAYS: readonly string[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];
/** With their capital, from January. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** "Oct" and "Sept" are the shortest forms that name one month. */
const SHORTEST_NAME = 3;

function find(names: readonly string[], word: string): number {
  const name = word.toLowerCase().replace(/\.$/, '');
  return name.length < SHORTEST_NAME ? -1 : names.findIndex((full) => full.toLowerCase().startsWith(name));
}

/** 0 for Sunday … 6 for Saturday; null when the word names no weekday. "Thu" and "Thurs." are known. */
export function weekdayNumber(word: string): number | null {
  const at = find(WEEKDAYS, word);
  return at < 0 ? null : at;
}

/** 1 for January … 12 for December; null when the word names no month. "Oct" and "Sept." are known. */
export function monthNumber(word: string): number | null {
  const at = find(MONTHS, word);
  return at < 0 ? null : at + 1;
}

/** 'YYYY-MM-DD', or null when there is no such day (30 February). */
export function calendarDay(year: number, month: number, day: number): string | null {
  const time = Date.UTC(year, month - 1, day);
  const written = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? null : written;
}

/** Whether the text is a day of the calendar, written 'YYYY-MM-DD'. */
export function isCalendarDay(text: string): boolean {
  const parts = CALENDAR_DAY.exec(text);
  return parts !== null && calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

/** @param day 'YYYY-MM-DD' @param count days to add, may be negative */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 for Sunday … 6 for Saturday. @param day 'YYYY-MM-DD' */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** 'YYYY-MM', `count` months after the month of `day`. @param day 'YYYY-MM-DD' or 'YYYY-MM' */
export function addMonths(day: string, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/**
 * A date as a reader says it, as precise as it is and no more: "20 October 2023", "September 2023", "2018".
 * @param date 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'
 */
export function dayInWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  if (!name) return year;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}
