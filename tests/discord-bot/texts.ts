import fc from 'fast-check';

/** What people and articles write to break a chat: formatting, pings, links, invisible and reversing characters. */
const NASTY = [
  '**',
  '__',
  '_',
  '~~',
  '||',
  '`',
  '```',
  '\\',
  '\n',
  '\n# ',
  '\n-# ',
  '\n> ',
  '\n>>> ',
  '\n1. ',
  '\n- ',
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '</ask:123456789012345678>',
  '<t:1697760000:R>',
  '<:smile:123456789012345678>',
  ':smile:',
  '[click](https://evil.example)',
  '[](',
  'https://evil.example/a_b_c',
  '<https://evil.example>',
  'http://user@evil.example',
  '\u202E',
  '\u200B',
  '\u2066',
  '\u0000',
  '\uD83D',
  '\uDE00',
  '👩‍👩‍👧',
  '\r\n',
  '\u2028',
  '\u3164',
  ' ',
  '“',
  '·',
  '|',
];

/** Text such as an article or a user might write at worst. */
export const nastyText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(fc.constantFrom(...NASTY), fc.lorem({ maxCount: 6 }), fc.string({ unit: 'binary', maxLength: 12 })),
      {
        maxLength: Math.max(1, Math.ceil(maxLength / 12)),
      },
    )
    .map((parts) => parts.join('').slice(0, maxLength));

const ESCAPE = /\\([^0-9A-Za-z\s])/g;

/** What Discord shows for escaped text without any formatting: the backslash goes, the character stays. */
export function shown(markdown: string): string {
  return markdown.replace(ESCAPE, '$1');
}

/** What is left for Discord to interpret once escaped characters stand for themselves. */
export function live(markdown: string): string {
  return markdown.replace(ESCAPE, '•');
}

/** Markup that Discord would act on, beside the bold and the quotation bars that Dateline itself draws. */
export const LIVE_MARKUP =
  /<[@#/:ta]|@everyone|@here|https?:\/\/|\]\(|[`~|[\]]|__|(?<![A-Za-z0-9])_|^(?:> )?\s*(?:#|-|\+|\d+[.)] |>)|:\w+:/m;
