/**
 * Edits from one word to another: insertions, deletions, replacements and swaps of neighbours, one each
 * (optimal string alignment distance).
 * @param most where there are more, that is enough to know
 * @returns the edits; above `most` any number above it
 */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  let [beforeLast, row] = [[...last], [...last]];
  let leastOfLast = 0;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    const letter = a.charCodeAt(i - 1);
    const before = i > 1 ? a.charCodeAt(i - 2) : -1;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (letter === b.charCodeAt(j - 1) ? 0 : 1);
      let best = Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (j > 1 && letter === b.charCodeAt(j - 2) && before === b.charCodeAt(j - 1)) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row[j] = best;
      least = Math.min(least, best);
    }
    // What follows builds on one of two rows, and never takes edits back.
    if (least > most && leastOfLast > most) return most + 1;
    leastOfLast = least;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length] ?? 0;
}
