import { RequestError } from '../../src/archive.js';
import { dayInWords, isCalendarDay } from '../../src/english/calendar.js';
import { oneLine, visible } from '../../src/english/visibleText.js';
import { readWrittenDate } from '../../src/english/writtenDate.js';
import type { GivenFile, Options } from './command.js';

/** As a day is written in a refusal. */
const EXAMPLE_DAY = '2023-10-19';

/** What somebody gave, by option name, as a way in received it. */
export type OptionValues = Readonly<Record<string, string | boolean | GivenFile | undefined>>;

/**
 * Reads what was given by what is declared: text without invisible characters, and nothing that is not declared.
 * @param given values by option name, as a way in received them
 * @throws RequestError with a sentence for the user, for a text that is missing or too long
 */
export function readOptions(options: Options, given: OptionValues): OptionValues {
  const values = cleanOptions(options, given);
  for (const [name, option] of Object.entries(options)) {
    const value = values[name];
    if (option.kind !== 'text') continue;
    if (option.required && value === undefined) {
      throw new RequestError(option.whenMissing ?? `Please give the ${name} (${inSentence(option.description)}).`);
    }
    if (typeof value === 'string' && value.length > option.maxLength) {
      throw new RequestError(
        `That ${name} has ${value.length} characters, and ${option.maxLength} are the most that I take. Please make it shorter.`,
      );
    }
    if (option.isDay && typeof value === 'string' && !isCalendarDay(value)) {
      throw new RequestError(
        `“${value}” is not a day I can read for “${name}”. Write it as ${EXAMPLE_DAY}, or in words with its year: "${dayInWords(EXAMPLE_DAY)}".`,
      );
    }
  }
  return values;
}

/** "What you want to know" behind a bracket. */
function inSentence(description: string): string {
  return description.charAt(0).toLowerCase() + description.slice(1);
}

const CHANNEL_ID = /^\d{1,20}$/;

/** The same without a complaint. Blank text counts as left out. */
export function cleanOptions(options: Options, given: OptionValues): OptionValues {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => {
      const value = given[name];
      if (option.kind === 'flag') return [name, value === true];
      if (option.kind === 'file') return [name, typeof value === 'object' ? value : undefined];
      if (option.kind === 'channel')
        return [name, typeof value === 'string' && CHANNEL_ID.test(value) ? value : undefined];
      const clean = option.multiline ? visible : oneLine;
      const text = typeof value === 'string' ? clean(value).trim() || undefined : undefined;
      return [name, text && option.isDay ? asDay(text) : text];
    }),
  );
}

/** "20 March 2025" as '2025-03-20', with quotation marks around it or without; what is no such day stays as it is. */
function asDay(text: string): string {
  return readWrittenDate(text.replace(/^["“]|["”]$/g, '')) ?? text;
}
