import { calendarDay } from './calendar.js';

/** Year first: "2026/06/05", "2026.6.5", "20260605". */
const YEAR_FIRST = /^(\d{4})([/.-]?)(\d{1,2})\2(\d{1,2})$/;
/** Year last: "20.6.2026", "6/20/2026". */
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;

/**
 * The day that a text of figures alone is. "20/06/2026" and "06/20/2026" are one day whoever reads them; "05/06/2026" is two, one on each side
 * of an ocean.
 * @returns 'YYYY-MM-DD'; null for what is no day
 */
export function readNumericDate(text: string): string | 'ambiguous' | null {
  const first = YEAR_FIRST.exec(text.trim());
  if (first) {
    const [, year = '', mark, month = '', day = ''] = first;
    if (mark === '' && month.length + day.length < 4) return null;
    return calendarDay(Number(year), Number(month), Number(day));
  }
  const last = YEAR_LAST.exec(text.trim());
  if (!last) return null;
  const [a, b, year] = [Number(last[1]), Number(last[3]), Number(last[4])];
  const dayFirst = calendarDay(year, b, a);
  const monthFirst = calendarDay(year, a, b);
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return 'ambiguous';
  return dayFirst ?? monthFirst;
}
