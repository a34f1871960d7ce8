/** Measures what feeds let in: `node dist/bench/aboutness.js --others FILE [--event FILE=WORD,…] [--story WORDS]`. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { mulberry32 } from '../src/evaluation/mulberry32.js';
import { LEAST_OF_ARTICLE, LEAST_OF_ITEM } from '../src/feedWatch.js';
import { EventProfile, type Told } from '../src/search/aboutness.js';
import { loadWordVectors } from '../src/search/meaning/wordVectors.js';
import { drawTable } from '../src/terminal/table.js';

/** An event: its articles, and those that are about something else. */
interface MeasuredEvent {
  readonly name: string;
  readonly articles: readonly Told[];
  readonly others: readonly Told[];
}

/** Articles that a corpus is begun with. */
const CORPUS_SIZES = [4, 10];
/** Corpora that are drawn from each event. */
const DRAWS = 5;
/** What a feed says of an article: its title and so many characters of its text. */
const ITEM_TEXT = 300;
const SEED = 1;
/** Of the other news one in so many, which takes a minute less. */
const SAMPLED_EVERY = 3;

const ARTICLE = z.object({ title: z.string().nullish(), text: z.string() });

async function readArticles(file: string): Promise<Told[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { title, text } = ARTICLE.parse(JSON.parse(line));
    return { title: title ?? '', text };
  });
}

const holdsOneOf =
  (words: readonly string[]) =>
  ({ title, text }: Told): boolean =>
    words.some((word) => title.includes(word) || text.includes(word));

/** Shares of an event's other articles, and of those about something else, that a corpus of some of its articles lets in. */
function measure(
  { articles, others }: MeasuredEvent,
  size: number,
  profileOf: (told: readonly Told[]) => EventProfile,
) {
  const random = mulberry32(SEED);
  let [own, ownIn, other, otherIn] = [0, 0, 0, 0];
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = articles
      .map((article) => ({ article, order: random() }))
      .sort((a, b) => a.order - b.order)
      .map(({ article }) => article);
    const profile = profileOf(drawn.slice(0, size));
    const isLetIn = (told: Told): boolean =>
      profile.likeness({ ...told, text: told.text.slice(0, ITEM_TEXT) }) >= LEAST_OF_ITEM &&
      profile.likeness(told) >= LEAST_OF_ARTICLE;
    const rest = drawn.slice(size);
    own += rest.length;
    ownIn += rest.filter(isLetIn).length;
    other += others.length;
    otherIn += others.filter(isLetIn).length;
  }
  return { own: ownIn / own, other: otherIn / other };
}

async function run(given: { others: string; event: string[]; story: string[] }): Promise<void> {
  const { vectors, problem } = await loadWordVectors();
  if (vectors === null) throw new Error(problem);
  const news = await readArticles(given.others);
  const sample = news.filter((_, at) => at % SAMPLED_EVERY === 0);
  const events: MeasuredEvent[] = [];
  for (const named of given.event) {
    const [file = '', words = ''] = named.split('=');
    const isAbout = holdsOneOf(words.split(','));
    const others = sample.filter((told) => !isAbout(told));
    events.push({ name: basename(file), articles: await readArticles(file), others });
  }
  for (const story of given.story) {
    const articles = news.filter(({ title }) => title.includes(story));
    events.push({ name: story, articles, others: sample.filter((told) => !holdsOneOf([story])(told)) });
  }
  const profileOf = (told: readonly Told[]) => new EventProfile(told, vectors);
  const percent = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 2 : 0)} %`;
  const rows = CORPUS_SIZES.flatMap((size) => {
    const measured = events
      .filter(({ articles }) => articles.length > size)
      .map((event) => ({ name: event.name, ...measure(event, size, profileOf) }));
    const mean = (of: (one: { own: number; other: number }) => number) =>
      measured.reduce((sum, one) => sum + of(one), 0) / measured.length;
    const all = { name: `mean of ${measured.length}`, own: mean(({ own }) => own), other: mean(({ other }) => other) };
    return [...measured, all].map(({ name, own, other }) => [name, String(size), percent(own), percent(other)]);
  });
  console.log(drawTable([['event', 'articles', 'its others let in', 'other news let in'], ...rows]));
}

const gather = (value: string, before: string[]): string[] => [...before, value];
await new Command('aboutness')
  .requiredOption('--others <file>', 'News of all kinds, an article a line: {title, text}')
  .option(
    '--event <file=words>',
    'An event’s articles, and the words without which news is about something else',
    gather,
    [],
  )
  .option('--story <words>', 'The articles of --others whose titles have these words, as an event', gather, [])
  .action(run)
  .parseAsync();
