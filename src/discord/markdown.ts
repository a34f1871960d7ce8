import { oneLine, visible } from '../english/visibleText.js';

/**
 * Plain text into Discord's markdown so that it shows as it was written: nothing in it can format, link, ping, hide or
 * pose as something else.
 */

type Range = readonly [number, number];

/**
 * Where a backslash goes: before everything that formats, before what a line may begin with (headers, lists, small
 * print), and before the colon of an address or an emoji's name. `<` covers mentions, timestamps and `<https://…>`.
 */
const SPECIAL =
  /[\\*~`|<>[\]@]|_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_|^[^\S\r\n\u2028\u2029]*[#\-+]|(?<=^[^\S\r\n\u2028\u2029]*\d{1,20})[.)]|:(?=\/\/|[\w~+-]+:)/gm;

/** Longer addresses are left out: they would crowd out the text. */
const MAX_URL = 500;

/** One line of plain text, escaped. */
export function escapeLine(text: string): string {
  return emphasize(oneLine(text), []);
}

/**
 * A quotation as Discord draws one, each line behind a bar, with ranges in bold.
 * @param emphasis sorted, disjoint ranges within `text`
 */
export function drawQuotation(text: string, emphasis: readonly Range[]): string {
  const ranges = movedRanges(text, emphasis);
  const lines: string[] = [];
  let at = 0;
  let next = 0;
  for (const line of visible(text).split('\n')) {
    const start = at;
    at += line.length + 1;
    while ((ranges[next]?.[1] ?? at) <= start) next++;
    if (line.trim() === '') continue;
    const inLine: Range[] = [];
    for (let i = next; (ranges[i]?.[0] ?? at) < at; i++) {
      const [from, to] = ranges[i] ?? [at, at];
      inLine.push([from - start, Math.min(to - start, line.length)]);
    }
    lines.push(`> ${emphasize(line, inLine).trim()}`);
  }
  return lines.join('\n');
}

/** Where ranges of a text are, once what shows nothing is gone: gone through once, from one of their ends to the next. */
function movedRanges(text: string, ranges: readonly Range[]): Range[] {
  let [read, shown] = [0, 0];
  const moved = (at: number): number => {
    shown += visible(text.slice(read, at)).length;
    read = Math.max(read, at);
    return shown;
  };
  return ranges.map(([start, end]): Range => [moved(start), moved(end)]);
}

/** A headline in bold, linked as {@link drawLink} does. */
export function drawHeadline(headline: string, url: string | null | undefined): string {
  const drawn = drawLink(headline, url);
  return drawn === '' ? '' : `**${drawn}**`;
}

/** A line of text, as a link when its address is a plain http or https one, and the text itself shows no other. */
export function drawLink(text: string, url: string | null | undefined): string {
  const label = escapeLine(text);
  const address = label !== '' && url ? linkable(url) : null;
  if (!address || showsOtherHost(oneLine(text), new URL(address).hostname)) return label;
  return `[${label}](${address})`;
}

/** An address fit for a link, or null: only http and https, no user name posing as a host, nothing that ends the link early. */
export function linkable(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  if (!/^https?:$/.test(protocol) || username || password || href.length > MAX_URL) return null;
  return href.replace(/[()<>\\\s]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Addresses as a text shows them: "https://example.com/news", "www.example.com", "example.com". */
const SHOWN_ADDRESS =
  /(?:https?:\/\/|www\.)[^\s/?#]{1,253}|(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}(?![\p{L}\p{N}])/giu;
/** Ends of names with a point in them, such as "Node.js", under which nobody can have an address. */
const NO_ADDRESS = /\.(?:js|ts|rb|vs|txt|pdf|doc|exe|html|php)$/;

/**
 * Whether a text shows the address of another host than the one that it links to: a reader would believe the text. In doubt it does, as
 * with "Rain fell.It was": that costs only the link.
 */
function showsOtherHost(text: string, host: string): boolean {
  const own = host.replace(/^www\./, '');
  return [...text.normalize('NFKC').matchAll(SHOWN_ADDRESS)].some(([address]) => {
    const sure = /^(?:https?:|www\.)/i.test(address);
    const shown = hostIn(address);
    if (!sure && NO_ADDRESS.test(shown)) return false;
    return shown !== own && !own.endsWith(`.${shown}`);
  });
}

function hostIn(address: string): string {
  const written = address.replace(/^https?:\/\//i, '');
  const host = URL.canParse(`http://${written}`) ? new URL(`http://${written}`).hostname : written.toLowerCase();
  return host.replace(/^www\./, '').replace(/\.$/, '');
}

/** Escapes a line and sets the ranges bold; ranges outside of it are skipped, touching ones joined (`****` formats nothing). */
function emphasize(line: string, emphasis: readonly Range[]): string {
  const bold = new Set<number>();
  for (const [start, end] of emphasis) for (let at = Math.max(0, start); at < end; at++) bold.add(at);
  const escaped = new Set([...line.matchAll(SPECIAL)].map((found) => found.index + found[0].length - 1));
  let drawn = '';
  let inBold = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    // Space at the edge of a bold run would keep Discord from seeing its end.
    const wanted: boolean = bold.has(at) && (inBold || character.trim() !== '');
    if (wanted !== inBold) drawn = wanted ? `${drawn}**` : closeBold(drawn);
    inBold = wanted;
    drawn += escaped.has(at) ? `\\${character}` : character;
  }
  return inBold ? closeBold(drawn) : drawn;
}

/** Ends a bold run before the space that it ended with. */
function closeBold(drawn: string): string {
  const trimmed = drawn.trimEnd();
  return `${trimmed}**${drawn.slice(trimmed.length)}`;
}
