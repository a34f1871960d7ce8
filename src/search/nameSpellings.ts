const VOWEL = /[aeiou]/;

/**
 * How else print spells a name: "Philip" and "Phillip", "Sergei" and "Sergey", "Zelensky" and "Zelenskyy", "Stefan" and "Stephan".
 * @param name an index term
 * @returns none of them need be a name; without the name itself
 */
export function otherSpellings(name: string): string[] {
  const others = new Set<string>();
  for (let at = 0; at < name.length; at++) {
    const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
    if (letter === name.charAt(at + 1)) others.add(before + after);
    else if (letter !== name.charAt(at - 1) && !VOWEL.test(letter)) others.add(before + letter + letter + after);
    if (at > 0 && letter === 'i') others.add(`${before}y${after}`);
    if (at > 0 && letter === 'y') others.add(`${before}i${after}`);
    if (letter === 'f') others.add(`${before}ph${after}`);
    if (letter === 'p' && after.startsWith('h')) others.add(`${before}f${after.slice(1)}`);
    if (letter === 'c' && at === 0) others.add(`k${after}`);
    if (letter === 'k' && at === 0) others.add(`c${after}`);
  }
  // A stem has "i" for a last "y".
  if (name.endsWith('i')) for (const end of ['y', 'yy', 'iy', 'ii']) others.add(name.slice(0, -1) + end);
  if (/[iy][iy]$/.test(name)) others.add(`${name.slice(0, -2)}i`);
  others.delete(name);
  return [...others];
}
