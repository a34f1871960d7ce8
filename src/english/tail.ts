/**
 * The text without the marks at its end. Looked at from there: a pattern such as /[.!]+$/ tries each run of marks from each of
 * its marks, wherever it stands.
 * @param mark matches one character
 */
export function trimTail(text: string, mark: RegExp): string {
  let end = text.length;
  while (end > 0 && mark.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

const SPACE_OR_PAUSE = /[\s,;:—–-]/;

/** A text that was cut somewhere, without the word that the cut may have gone through, and without a pause before it. */
export function dropLastWord(text: string): string {
  let at = text.length;
  while (at > 0 && !/\s/.test(text.charAt(at - 1))) at--;
  return trimTail(at === 0 ? text : text.slice(0, at), SPACE_OR_PAUSE);
}
