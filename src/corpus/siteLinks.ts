/** What the links at the head and the foot of a site say. */
const LINKS: ReadonlySet<string> = new Set([
  'about',
  'about us',
  'accessibility',
  'accessibility help',
  'accessibility statement',
  'advertise',
  'advertise with us',
  'careers',
  'contact',
  'contact us',
  'cookie policy',
  'cookie preferences',
  'cookie settings',
  'cookies',
  'help',
  'home',
  'jobs',
  'legal',
  'log in',
  'menu',
  'my account',
  'news',
  'newsletter',
  'newsletters',
  'privacy',
  'privacy notice',
  'privacy policy',
  'privacy settings',
  'register',
  'rss',
  'search',
  'sign in',
  'site map',
  'sitemap',
  'sport',
  'subscribe',
  'terms',
  'terms & conditions',
  'terms and conditions',
  'terms of service',
  'terms of use',
  'weather',
]);
const FIRST_WORDS: ReadonlySet<string> = new Set([...LINKS].map((link) => link.split(' ', 1)[0] ?? ''));
const FIRST_WORD = /^[a-z]{1,20}/i;
/** Those that are links where they stand alone, too: no heading of an article is so called. */
const ALONE = /^(?:cookie (?:policy|preferences|settings)|terms (?:(?:and|&) conditions|of (?:service|use)))$/;
const MOST_WORDS = 3;
/** Longer, in characters, no row of links is. */
const LONGEST = 200;

/** Whether a line is a row of a site's links, and nothing else: "Cookie policy Privacy Terms", "Home | News | Sport". */
export function isSiteLinks(line: string): boolean {
  // Most lines begin otherwise, and need not be taken apart.
  const first = FIRST_WORD.exec(line)?.[0].toLowerCase() ?? '';
  if (line.length > LONGEST || !FIRST_WORDS.has(first)) return false;
  const lower = line.toLowerCase();
  if (ALONE.test(lower)) return true;
  const words = lower.split(/[\s,|·•/]+/).filter(Boolean);
  const links = new Set<string>();
  let at = 0;
  while (at < words.length) {
    const length = linkAt(words, at);
    const link = words.slice(at, at + length).join(' ');
    // "Jobs, jobs, jobs" is no row of links.
    if (length === 0 || links.has(link)) return false;
    links.add(link);
    at += length;
  }
  return links.size > 1;
}

/** How many words the longest link has that stands at a place; 0 where none does. */
function linkAt(words: readonly string[], at: number): number {
  for (let length = MOST_WORDS; length > 0; length--) {
    const link = words.slice(at, at + length);
    if (link.length === length && LINKS.has(link.join(' '))) return length;
  }
  return 0;
}
