/** A line of a page, with its part in it as far as that is known. */
interface RankedLine {
  readonly line: string;
  kind: string;
}

/** What heads a list of other articles that is numbered by how often they are read. */
const LABEL =
  /^(?:most (?:commented|popular|read|shared|viewed|watched)|popular(?: now)?|top stories|trending(?: now)?)(?: (?:in|on|this|today)\b.{0,30})?:?$/i;
/** "1 Ferry sinks", "2. Ferry sinks", or the number alone above its line. */
const RANK = /^(\d{1,2})[.):]?(?:\s|$)/;
/** One number may begin any line. */
const LEAST = 2;

/**
 * Takes out of the text what stands in a numbered list below "Most read": headlines of other articles. A line belongs to it by its number,
 * which is one more than that of the line before; whatever comes then is text again.
 */
export function takeRankings(lines: readonly RankedLine[]): void {
  for (const [i, { line }] of lines.entries()) {
    if (!LABEL.test(line)) continue;
    const ranked: RankedLine[] = [];
    let rank = 1;
    for (let at = i + 1; Number(RANK.exec(lines[at]?.line ?? '')?.[1]) === rank; at++, rank++) {
      const entry = lines[at];
      const below = entry && /^\d{1,2}\W?$/.test(entry.line) ? lines[++at] : undefined;
      ranked.push(...[entry, below].filter((found) => found !== undefined));
    }
    if (rank > LEAST) for (const entry of ranked) entry.kind = 'furniture';
  }
}
