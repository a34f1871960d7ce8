import { isCalendarDay } from '../english/calendar.js';
import { readNumericDate } from '../english/numericDate.js';
import { readWrittenDate } from '../english/writtenDate.js';

/** A stated date, as far as it can be told. */
export interface StatedDay {
  /** 'YYYY-MM-DD', or as written where it is no date, to be complained of by whoever takes it; undefined where it is two. */
  readonly day: string | undefined;
  /** Why it is not taken; null where it is. */
  readonly note: string | null;
}

/** Reads a date that somebody stated, in figures or in words. One that is two days is none, and a note says so. */
export function statedDay(written: string | undefined): StatedDay {
  if (written === undefined) return { day: undefined, note: null };
  const read = readWrittenDate(written) ?? readNumericDate(written);
  if (read !== 'ambiguous') return { day: read ?? written, note: null };
  const note = `The date “${written}” is two days, one with the month first and one with the day first; write it as YYYY-MM-DD. Until then the article has no date.`;
  return { day: undefined, note };
}

/** The day that a document states, where it is one; whatever else it has there is nobody's date. */
export function certainDay(written: string): string | undefined {
  const { day } = statedDay(written);
  return day !== undefined && isCalendarDay(day) ? day : undefined;
}
