/** Words of a name in full, and those that stand between them and have no letter in its initials. */
const WORD = /\p{L}[\p{L}'’-]*/gu;
const LINK = /^(?:and|of|the|for|in|on)$/u;
/** What may stand between two words of a name: "Refugees and", "Immigration, Refugees", "Trade & Industry". */
const GAP = /^,? (?:& )?$/u;
const CAPITAL = /^\p{Lu}/u;
const LOWER = /\p{Ll}/u;

/**
 * The first words in a row with these initials: "IRCC" → "Immigration, Refugees and Citizenship Canada". A text is gone through
 * once, word by word, however much it looks like a name.
 * @param acronym capital letters
 */
export function spellOut(acronym: string, text: string): string | null {
  const letters = [...acronym];
  /** Places where the letters so far have been met: where the name begins, and how many of its letters it has. */
  let open: { readonly start: number; readonly met: number }[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (open.length > 0 && !GAP.test(text.slice(end, index))) open = [];
    end = index + word.length;
    if (LINK.test(word)) continue;
    const isName = CAPITAL.test(word) && LOWER.test(word);
    const begun = [...open, { start: index, met: 0 }];
    open = isName
      ? begun.flatMap(({ start, met }) => (word.startsWith(letters[met] ?? '') ? [{ start, met: met + 1 }] : []))
      : [];
    const whole = open.find(({ met }) => met === letters.length);
    if (whole) return text.slice(whole.start, end);
  }
  return null;
}
