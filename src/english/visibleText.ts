const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029\v\f]/g;
/** Joiners hold emoji and some scripts together, but only between characters that are not ASCII. */
const STRAY_JOINER = /(?<![^\p{ASCII}\p{Cf}])(?:\u200C|\u200D)|(?:\u200C|\u200D)(?![^\p{ASCII}\p{Cf}])/gu;
/** Controls, zero-width and direction marks, tags, fillers, halves of pairs: they show nothing, but can hide or reverse text. */
const INVISIBLE =
  /(?!\u200C|\u200D|\n)(?:\u034F|[\p{Cf}\p{Cc}\p{Co}\p{Cs}\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0])/gu;

/** The flag of a part of a country: a black flag, letters that show nothing by themselves, and a mark that ends them. */
const SUBDIVISION_FLAG = /\u{1F3F4}[\u{E0061}-\u{E007A}\u{E0030}-\u{E0039}]{3,6}\u{E007F}/gu;

/** Text without characters that show nothing, with one kind of line break. */
export function visible(text: string): string {
  const flags = text.match(SUBDIVISION_FLAG);
  if (!flags) return withoutInvisible(text);
  const between = text.split(SUBDIVISION_FLAG).map(withoutInvisible);
  return between.map((part, i) => part + (flags[i] ?? '')).join('');
}

function withoutInvisible(text: string): string {
  return text.replace(LINE_BREAK, '\n').replace(/\t/g, ' ').replace(INVISIBLE, '').replace(STRAY_JOINER, '');
}

/** The same on one line, without space at its ends: what a user typed into an option, for instance. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** White space that reads as one space and is none: no-break and narrow spaces, line breaks. */
const OTHER_SPACE = /[^\S ]/g;

/** The same text with every white space a plain space: as long as before, so that spans hold in both. */
export function plainSpaces(text: string): string {
  return text.replace(OTHER_SPACE, ' ');
}
