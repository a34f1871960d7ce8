/** Which news articles tell of one event: by the words of their titles and first lines. */
import { readFileSync } from 'node:fs';
import type { Article } from '../../src/corpus/article.js';
import { createArticle } from '../../src/corpus/articles.js';

/** An article of the set that questions are made from, as `readRows` reads it. */
export interface Row {
  readonly id: string;
  readonly url?: string | null;
  readonly title?: string | null;
  readonly date?: string | null;
  readonly text: string;
}

/** Above that, two articles tell of one event: chosen by looking at what it leaves out. */
const SAME_EVENT = 0.13;
const LONGEST_ARTICLE = 9000;
const LEAD_LENGTH = 300;
/** Words are compared by so many letters, which makes one of "resign", "resigned" and "resignation". */
const STEM_LENGTH = 5;
const SMALL = new Set(
  'a an the of to in on at for and or is are was were be been did does do has have had will would it its he she they his her their that this these who what when where why how from by with as not many much than more about said'.split(
    ' ',
  ),
);

/** @throws where the file cannot be read or a line is no JSON */
export const readRows = (file: string): Row[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The words of a text that tell what it is about, shortened so that forms of one word are one. */
export const contentOf = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((w) => !SMALL.has(w))
      .map((w) => w.slice(0, STEM_LENGTH)),
  );

/** As the product has it; what is beyond {@link LONGEST_ARTICLE} characters is left out. */
export function articleOf({ id, title, url, date, text }: Row): Article {
  return createArticle({
    id,
    title: title ?? undefined,
    url: url ?? undefined,
    published: date ?? undefined,
    text: text.slice(0, LONGEST_ARTICLE),
  });
}

/** How much of one set is in the other, 0..1. */
export const share = (part: ReadonlySet<string>, whole: ReadonlySet<string>): number =>
  part.size === 0 ? 0 : [...part].filter((w) => whole.has(w)).length / part.size;

const leadOf = ({ title, text }: Row): Set<string> => contentOf(`${title} ${text.slice(0, LEAD_LENGTH)}`);

/** The articles to make questions from, without those on an event that is kept out. */
export class Topics {
  readonly rows: readonly Row[];
  readonly #leads: readonly ReadonlySet<string>[];
  readonly #rarity = new Map<string, number>();

  constructor(all: readonly Row[], keptOut: readonly Row[]) {
    const titled = all.filter(({ title }) => title);
    for (const row of titled) for (const w of leadOf(row)) this.#rarity.set(w, (this.#rarity.get(w) ?? 0) + 1);
    for (const [w, count] of this.#rarity) this.#rarity.set(w, Math.log(titled.length / count));
    const names = new Set(keptOut.flatMap(({ id, url, title }) => [id, url, title]));
    const outLeads = keptOut.map(leadOf);
    this.rows = titled.filter((row) => {
      if ([row.id, row.url, row.title].some((name) => name && names.has(name))) return false;
      const lead = leadOf(row);
      return !outLeads.some((other) => this.#likeness(lead, other) > SAME_EVENT);
    });
    this.#leads = this.rows.map(leadOf);
  }

  /** The article at a place and those that are most like it, itself first. */
  around(center: number, count: number): Row[] {
    const own = this.#leads[center] ?? new Set();
    const near = this.rows.map((row, i) => ({
      row,
      near: i === center ? 2 : this.#likeness(own, this.#leads[i] ?? new Set()),
    }));
    return near
      .sort((a, b) => b.near - a.near)
      .slice(0, count)
      .map(({ row }) => row);
  }

  /** How much two leads share, by the rarity of the words: 0..1. */
  #likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
    const weigh = (words: Iterable<string>): number => {
      let sum = 0;
      for (const w of words) sum += (this.#rarity.get(w) ?? 0) ** 2;
      return sum;
    };
    const shared = weigh([...one].filter((w) => other.has(w)));
    return shared / Math.sqrt(weigh(one) * weigh(other) || 1);
  }
}
