/** What Discord accepts, from https://discord.com/developers/docs: exceed one and the whole message is refused. */
export const LIMITS = {
  /** Embed author, where what was asked is shown. */
  author: 256,
  /** Embed description, where everything else is drawn. */
  description: 4_096,
  footer: 2_048,
  /** All texts of all embeds of a message together. */
  embedsTotal: 6_000,
  /** Text of a message without an embed. */
  content: 2_000,
  customId: 100,
  commandDescription: 100,
  buttonLabel: 80,
  buttonsPerRow: 5,
  /** Description of an attachment: the words for those who cannot see it. */
  altText: 1_024,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
} as const;

const ELLIPSIS = '…';
/** How far before the limit a cut may be moved back to fall between words, in characters. */
const WORD_SLACK = 24;

/**
 * The one place that shortens: plain text to at most `max` UTF-16 units, the elision marked "…". Discord counts code
 * points, of which there are never more.
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max <= ELLIPSIS.length) return ELLIPSIS.slice(0, Math.max(0, max));
  let end = max - ELLIPSIS.length;
  const space = text.lastIndexOf(' ', end);
  if (space > 0 && end - space <= WORD_SLACK) end = space;
  // Half a surrogate pair is no character.
  if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end).trimEnd() + ELLIPSIS;
}

/** Text of more than so many times the room is not drawn whole first: it would have to be mostly marks that show nothing to fit. */
const NEVER_FITS = 4;

/**
 * Cuts text that grows when it is drawn (escaping), so that the drawing fits.
 * @param draw from plain text to drawn text; longer text must not draw shorter by much
 * @param max in UTF-16 units of the drawing
 * @returns the longest drawing found, or '' when not even an ellipsis fits
 */
export function drawWithin(written: string, max: number, draw: (text: string) => string): string {
  const text = cut(written, Math.max(0, Math.floor(max * NEVER_FITS)));
  const whole = draw(text);
  if (whole.length <= max) return whole;
  let fits = '';
  let [low, high] = [0, Math.min(text.length, max)];
  while (low <= high) {
    const length = (low + high) >> 1;
    const drawn = draw(cut(text, length));
    if (drawn.length <= max) {
      fits = drawn;
      low = length + 1;
    } else {
      high = length - 1;
    }
  }
  return fits;
}
