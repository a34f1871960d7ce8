import type { Excerpt } from '../src/corpus/excerpt.js';
import type { ComparedItem, Difference, ItemKind } from '../src/events/compare/compare.js';
import { count, excerptSection } from './parts/citation.js';
import { defineCommand, flag, type Request, requiredText } from './parts/command.js';
import { DIFFERENCE_WORDS } from './parts/differences.js';
import { PAGE_ACTION, pageButtons, pageNumber, position } from './parts/pages.js';
import type { Reply, Section } from './parts/reply.js';
import { joinWords, sourceName } from './parts/sourceName.js';

type Range = readonly [number, number];

/** Lines from up to so many sources on one page; more get no room side by side. */
const LINES_PER_PAGE = 5;

const OPTIONS = {
  topic: requiredText('What to compare the sources on', { maxLength: 200 }),
  private: flag('Only you see the comparison'),
};

type CompareRequest = Request<typeof OPTIONS>;

/** Lays side by side what the sources say about one thing. Differences are shown, never judged. */
export default defineCommand({
  kind: 'slash',
  name: 'compare',
  description: 'What the sources say about one thing, side by side',
  options: OPTIONS,
  run: (request) => comparisonPage(request, '0'),
  async rows({ archive, options }) {
    const comparison = await archive.compare(options.topic);
    return { rows: [comparison], found: comparison.items.length > 0 };
  },
  actions: { [PAGE_ACTION]: { place: 'here', run: (request) => comparisonPage(request, request.arg) } },
});

async function comparisonPage({ archive, options }: CompareRequest, arg: string): Promise<Reply> {
  const { items, articles } = await archive.compare(options.topic);
  const pages = paginate(items);
  const page = pageNumber(arg, pages.length);
  const shown = pages[page];
  if (!shown) {
    return {
      tone: 'closest',
      lead: `The articles say nothing about “${options.topic}”.`,
      sections: [],
      buttons: [],
      private: options.private,
    };
  }
  return {
    tone: 'answer',
    lead: `${count(articles.length, 'article')} on “${options.topic}”: ${tally(items)}.`,
    sections: shown.flatMap((item, at) => itemSections(item, shown[at - 1])),
    position: position(page, pages.length),
    buttons: pageButtons(page, pages.length),
    private: options.private,
  };
}

/** What a heading says of each kind of statement. */
const HEADINGS: Readonly<Record<ItemKind, string>> = {
  differs: 'Told with a difference',
  independent: 'Reported by several, each in its own words',
  wire: 'One wire text, printed by several',
  single: 'Only in one source',
};

/** As many statements on a page as there is room for their lines, at least one. */
function paginate(items: readonly ComparedItem[]): ComparedItem[][] {
  const pages: ComparedItem[][] = [];
  let lines = 0;
  for (const item of items) {
    const page = pages.at(-1);
    const more = Math.min(item.excerpts.length, LINES_PER_PAGE);
    if (page && lines + more <= LINES_PER_PAGE) {
      page.push(item);
      lines += more;
    } else {
      pages.push([item]);
      lines = more;
    }
  }
  return pages;
}

/** "2 told with a difference, 3 only in one source". */
function tally(items: readonly ComparedItem[]): string {
  const kinds: readonly ItemKind[] = ['differs', 'independent', 'wire', 'single'];
  const counted = kinds.flatMap((kind) => {
    const of = items.filter((item) => item.kind === kind).length;
    const heading = HEADINGS[kind];
    return of > 0 ? [`${of} ${heading.charAt(0).toLowerCase()}${heading.slice(1)}`] : [];
  });
  return joinWords(counted);
}

/** One statement: what is to be said of it, then the line of each source, by date. Lines that only one source has stand under one heading. */
function itemSections({ kind, excerpts, differences }: ComparedItem, before: ComparedItem | undefined): Section[] {
  const shown = excerpts.slice(0, LINES_PER_PAGE);
  const left = excerpts.length - shown.length;
  const standsAbove = kind === 'single' && before?.kind === kind;
  return [
    ...(standsAbove ? [] : [{ headline: HEADINGS[kind], notes: differences.map(differenceLine) }]),
    ...shown.map((excerpt, at) => {
      const { citations, place, notes = [] } = excerptSection(excerpt);
      const quotation = { text: excerpt.text, emphasis: differingWords(excerpt, differences) };
      const more = left > 0 && at === shown.length - 1 ? [`… and ${count(left, 'more line')}`] : [];
      return { quotation, citations, place, notes: [...notes, ...more] };
    }),
  ];
}

/** The words of a line in which it differs from the others. */
function differingWords({ text, start, end, article }: Excerpt, differences: readonly Difference[]): Range[] {
  const ranges = differences
    .flatMap(({ sides }) => sides)
    .filter((side) => side.article.id === article.id && side.start >= start && side.end <= end)
    .map((side): Range => [side.start - start, side.end - start])
    .sort(([a], [b]) => a - b);
  // Two differences may lie in the same words.
  return ranges.filter(([from, to], at) => to <= text.length && from >= (ranges[at - 1]?.[1] ?? 0));
}

/** `Wording: “nuclear elements” in AFP and DW · “nuclear components” in Complete News World`. */
function differenceLine({ what, sides }: Difference): string {
  const sourcesOf = new Map<string, Set<string>>();
  for (const { text, article } of sides) {
    const alike = [...sourcesOf.keys()].find((known) => known.toLowerCase() === text.toLowerCase()) ?? text;
    sourcesOf.set(alike, (sourcesOf.get(alike) ?? new Set()).add(sourceName(article)));
  }
  const told = [...sourcesOf].map(([text, sources]) => `“${text}” in ${joinWords([...sources])}`);
  return `${DIFFERENCE_WORDS[what]}: ${told.join(' · ')}`;
}
