import type { Article } from '../../corpus/article.js';
import { byDate } from '../../corpus/byDate.js';
import { type ArticleRef, articleRef, type Excerpt, excerptAt } from '../../corpus/excerpt.js';
import { sourceKey } from '../../corpus/sourceKey.js';
import type { Span } from '../../english/span.js';
import { type Clause, emphasisOf } from '../../statements/clauses.js';
import { clusterInSteps } from '../../statements/cluster.js';
import type { CopyDetector } from '../../statements/copies.js';
import { mismatches, sayAlike } from '../../statements/differences.js';
import { flatDenial } from '../../statements/flatDenial.js';
import type { DifferenceKind, Mismatch } from '../../statements/mismatch.js';
import { listsNames, mismatchedNameLists } from '../../statements/nameLists.js';
import { isAboutTheSame, likeness, mayBeAboutTheSame, possibleKeys } from '../../statements/similarity.js';
import { readStatement } from '../../statements/statement.js';
import { finish, type Steps } from '../../steps.js';
import type { EventContext } from '../eventContext.js';
import { relevantSentences, type SentenceHit } from '../relevantSentences.js';
import { addReportsElsewhere, placeKey } from '../reportsElsewhere.js';

/**
 * How the sources stand to one statement: several tell it in their own words, one wire copied, only one has it,
 * or they tell it with a difference.
 */
export type ItemKind = 'independent' | 'wire' | 'single' | 'differs';

/** One side of a difference: the words as one article has them. */
export interface DifferingWords extends Span {
  /** Word for word; the span is into the article's text. */
  readonly text: string;
  readonly article: ArticleRef;
}

/** Where sources part. Shown, never judged. */
export interface Difference {
  readonly what: DifferenceKind;
  /** Two or more, by date of the article; two may come from one article that contradicts itself. */
  readonly sides: readonly DifferingWords[];
}

/** One statement and who has it. */
export interface ComparedItem {
  readonly kind: ItemKind;
  /** By date of the article, undated last; one a source, but for an article that differs with itself. */
  readonly excerpts: readonly Excerpt[];
  /** Empty unless `kind` is 'differs'. */
  readonly differences: readonly Difference[];
}

/** What the sources say about one thing, side by side. */
export interface Comparison {
  readonly topic: string;
  /** The articles that say anything about it, by date, undated last. */
  readonly articles: readonly ArticleRef[];
  /** 'differs' first, then what several report, then what one wire says, then what one alone has. */
  readonly items: readonly ComparedItem[];
}

/** More sentences than this on one topic nobody reads side by side. */
const MOST_SENTENCES = 60;

/** What two clauses that list names differently must share besides, of the shorter. */
const LIKE_ENOUGH_FOR_LISTS = 0.4;

/** A day or figure that sources give in more versions than this recurs ("Friday's figures") and is no difference. */
const MOST_VERSIONS = 3;
const RECURRING: ReadonlySet<DifferenceKind> = new Set(['day', 'number']);

const KIND_ORDER: Readonly<Record<ItemKind, number>> = { differs: 0, independent: 1, wire: 2, single: 3 };

/**
 * Lays side by side what the articles say about a topic.
 */
export function compareSources(topic: string, context: EventContext): Comparison {
  return finish(compareSourcesInSteps(topic, context));
}

/** As {@link compareSources}, a clause or a group of them a step. */
export function* compareSourcesInSteps(topic: string, context: EventContext): Steps<Comparison> {
  const about = clausesAbout(topic, context);
  yield;
  const belongs = (clause: Clause, other: Clause) => affinity(clause, other) !== null;
  const pool = (yield* addReportsElsewhere(about, context, { belongs, mayBelong: rememberWhatMayBelong() })).sort(
    (a, b) => byDate(a.article, b.article) || a.start - b.start,
  );
  const asked = new Set(about.map(placeKey));
  const found: ComparedItem[] = [];
  for (const group of yield* clusterInSteps(pool, ({ content }) => content, affinity)) {
    if (group.some((clause) => asked.has(placeKey(clause)))) found.push(...itemsOf(group, context.copies));
    yield;
  }
  const items = withoutRepeats(
    found.sort((a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || b.excerpts.length - a.excerpts.length),
  );
  const articles = new Map(pool.map(({ article }) => [article.id, article]));
  const shown = new Set(items.flatMap((item) => item.excerpts.map((excerpt) => excerpt.article.id)));
  return {
    topic,
    articles: [...articles.values()]
      .filter(({ id }) => shown.has(id))
      .sort(byDate)
      .map(articleRef),
    items,
  };
}

/** A line that stands alone is shown once, with all its clauses that tell of the topic emphasized. @param items those last */
function withoutRepeats(items: readonly ComparedItem[]): ComparedItem[] {
  const alone = new Map<string, ComparedItem>();
  for (const item of items) {
    const line = loneLine(item);
    if (!line) continue;
    const before = alone.get(placeKey(line))?.excerpts[0]?.emphasis ?? [];
    alone.set(placeKey(line), { ...item, excerpts: [{ ...line, emphasis: inOrder([...before, ...line.emphasis]) }] });
  }
  return [...items.filter((item) => !loneLine(item)), ...alone.values()];
}

/** The line of what only one source has, in one article; null where two prints by one outlet have it, or several sources. */
function loneLine({ kind, excerpts: [line, ...others] }: ComparedItem): Excerpt | null {
  return kind === 'single' && line && others.length === 0 ? line : null;
}

/** How alike two clauses are, or null when they are about different things. */
function affinity(a: Clause, b: Clause): number | null {
  const { ofShorter, ofLonger } = likeness(a, b);
  // Put side by side when they say the same, or when it can be shown in what they do not; in doubt apart.
  const isOne = isAboutTheSame(a, b) ? sayAlike(a, b) || mismatchesBetween(a, b).length > 0 : deny(a, b);
  if (isOne) return ofShorter + ofLonger;
  // Two lists of one thing that name different members belong side by side, however else the sentences differ.
  const listsDiffer = mismatchedNameLists(a.article.text, a, b.article.text, b).length > 0;
  return listsDiffer && ofShorter >= LIKE_ENOUGH_FOR_LISTS ? ofShorter + ofLonger : null;
}

/** Whether one source denies what another tells. */
function deny(a: Clause, b: Clause): boolean {
  return a.article !== b.article && flatDenial(a, b) !== null;
}

/** Whether a clause of a sentence may have an {@link affinity} to another, with a memory of the sentences' words: most meet several clauses. */
function rememberWhatMayBelong(): (clause: Clause, hit: SentenceHit) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  const keysOf = ({ article, sentence, words }: SentenceHit): ReadonlySet<string> => {
    const place = `${article.id}\n${sentence}`;
    const keys = known.get(place) ?? possibleKeys(words());
    known.set(place, keys);
    return keys;
  };
  return (clause, hit) => mayBeAboutTheSame(clause, keysOf(hit)) || listsNames(clause.article.text, clause);
}

/** The clauses that a topic is about: of a sentence with several, those that have most of the topic's words. */
function clausesAbout(topic: string, { rank, clauses: reader }: EventContext): Clause[] {
  const asked = readStatement(topic, { start: 0, end: topic.length }).content;
  return relevantSentences(rank, topic, MOST_SENTENCES).flatMap(({ article, sentence }) => {
    const clauses = reader.clausesOf(article, sentence);
    const counts = clauses.map(({ content }) => [...asked].filter((key) => content.has(key)).length);
    const most = Math.max(0, ...counts);
    return clauses.filter((_, i) => (counts[i] ?? 0) === most);
  });
}

/** A group as one item, or as several where some of it differs from the rest in what cannot be shown. */
function itemsOf(group: readonly Clause[], copies: CopyDetector): ComparedItem[] {
  const [first] = group;
  if (first === undefined) return [];
  const differences = differencesOf(group);
  if (differences.length > 0) return [{ kind: 'differs', excerpts: excerptsOf(group, differences), differences }];
  const alike = group.filter((clause) => clause === first || sayAlike(first, clause));
  const item: ComparedItem = { kind: kindOf(first, alike, copies), excerpts: excerptsOf(alike, []), differences: [] };
  return [
    item,
    ...itemsOf(
      group.filter((clause) => !alike.includes(clause)),
      copies,
    ),
  ];
}

/** How the sources stand to what they tell alike. Two prints by one outlet are one source. */
function kindOf(first: Clause, alike: readonly Clause[], copies: CopyDetector): ItemKind {
  const others = alike.filter((clause) => isOtherSource(clause.article, first.article));
  if (others.length === 0) return 'single';
  return others.every((other) => copies.isWireCopy(first, other)) ? 'wire' : 'independent';
}

function isOtherSource(a: Article, b: Article): boolean {
  return a !== b && (a.outlet === null || b.outlet === null || sourceKey(a.outlet) !== sourceKey(b.outlet));
}

/** Every pair's mismatches; those that share a side are one difference with several sides. */
function differencesOf(group: readonly Clause[]): Difference[] {
  const merged: { what: DifferenceKind; sides: Map<string, { side: DifferingWords; article: Article }> }[] = [];
  group.forEach((a, i) => {
    for (const b of group.slice(i + 1)) {
      for (const mismatch of mismatchesBetween(a, b)) {
        const sides = [sideOf(a.article, mismatch.ofA), sideOf(b.article, mismatch.ofB)] as const;
        const keys = sides.map(({ side }) => placeKey(side));
        let known = merged.find(({ what, sides }) => what === mismatch.what && keys.some((key) => sides.has(key)));
        if (known === undefined) {
          known = { what: mismatch.what, sides: new Map() };
          merged.push(known);
        }
        for (const side of sides) known.sides.set(placeKey(side.side), side);
      }
    }
  });
  return merged
    .map(({ what, sides }) => ({
      what,
      sides: [...sides.values()].sort((a, b) => byDate(a.article, b.article)).map(({ side }) => side),
    }))
    .filter(({ what, sides }) => !RECURRING.has(what) || versionsOf(sides) <= MOST_VERSIONS);
}

function versionsOf(sides: readonly DifferingWords[]): number {
  return new Set(sides.map(({ text }) => text.toLowerCase())).size;
}

/** An article may differ with itself only in a list of names: two days or numbers in it are two things it tells. */
function mismatchesBetween(a: Clause, b: Clause): Mismatch[] {
  if (a.article === b.article) return mismatchedNameLists(a.article.text, a, b.article.text, b);
  const denial = flatDenial(a, b);
  return denial ? [denial] : mismatches(a, b);
}

function sideOf(article: Article, { start, end }: Span): { side: DifferingWords; article: Article } {
  return { side: { start, end, text: article.text.slice(start, end), article: articleRef(article) }, article };
}

/** A sentence of each article, and every sentence that a difference is in. */
function excerptsOf(group: readonly Clause[], differences: readonly Difference[]): Excerpt[] {
  const sides = differences.flatMap((difference) => difference.sides);
  const bySource = new Map<string, Clause[]>();
  for (const clause of group) bySource.set(clause.article.id, [...(bySource.get(clause.article.id) ?? []), clause]);
  const chosen = [...bySource.values()].flatMap((clauses) => {
    const differing = clauses.filter((clause) =>
      sides.some(
        ({ article, start }) => article.id === clause.article.id && clause.start <= start && start < clause.end,
      ),
    );
    if (differing.length > 0) return differing;
    return clauses.sort((a, b) => b.content.size - a.content.size).slice(0, 1);
  });
  const shown = new Map<string, Excerpt>();
  for (const clause of chosen) {
    const sentence = clause.article.sentences[clause.sentence] ?? clause;
    const key = placeKey({ article: clause.article, start: sentence.start });
    const emphasis = inOrder([...(shown.get(key)?.emphasis ?? []), emphasisOf(clause, sentence)]);
    shown.set(key, excerptAt(clause.article, { start: sentence.start, end: sentence.end }, emphasis));
  }
  return [...shown.values()];
}

const inOrder = (ranges: Excerpt['emphasis']): Excerpt['emphasis'] => [...ranges].sort(([a], [b]) => a - b);
