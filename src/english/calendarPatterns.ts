/**
 * Names of days and months as alternatives of a pattern. What a name may be differs by where it is looked for, as "may",
 * "march", "sun" and "mar" are words too; so there are several, and each says its intent.
 */
import { MONTHS, WEEKDAYS } from './calendar.js';
import { alternatives } from './lists/wordList.js';

/** "monday": all in lower case. */
export const LOWER_WEEKDAY = alternatives(WEEKDAYS);
/** "Monday": as print has it. */
export const WEEKDAY = alternatives(WEEKDAYS.map((day) => day.charAt(0).toUpperCase() + day.slice(1)));

/** "January" … "December". */
export const MONTH = alternatives(MONTHS);
/** "january": all in lower case. */
export const LOWER_MONTH = MONTH.toLowerCase();

const SHORTENED = ['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sept?', 'Oct', 'Nov', 'Dec'];
/** "Jan", "Sept": with or without a full stop behind it. May has no shorter form. */
export const SHORT_MONTH = alternatives(SHORTENED);

/** Verbs when they are in lower case. */
const ALSO_VERB = new Set(['March', 'May']);
/** "October" and "october" as people type it, "March" and "May" with their capital only. */
export const TYPED_MONTH = alternatives(
  MONTHS.map((month) =>
    ALSO_VERB.has(month) ? month : `[${month.charAt(0)}${month.charAt(0).toLowerCase()}]${month.slice(1)}`,
  ),
);

/** A month in full or short, in any case where the pattern says so; "May" and "may" too, so only beside a number. */
export const ANY_MONTH = `${MONTH}|${SHORT_MONTH}`;
/** As {@link ANY_MONTH} but for May, which is a verb and a name. */
export const MONTH_BUT_MAY = alternatives([...MONTHS.filter((month) => month !== 'May'), SHORT_MONTH]);
/** What is a month wherever it stands, be it among names: neither "May" nor a short form that is a name too, such as "Jun". */
export const SURE_MONTH = alternatives([
  ...MONTHS.filter((month) => month !== 'May'),
  ...SHORTENED.filter((short) => !['Mar', 'Apr', 'Jun', 'Jul'].includes(short)),
]);
