import { checkDay } from '../src/answers/filter.js';
import type { Archive } from '../src/archive.js';
import { coveredDays } from '../src/corpus/coveredSpan.js';
import type { Excerpt } from '../src/corpus/excerpt.js';
import { dayInWords } from '../src/english/calendar.js';
import { count, excerptSection } from './parts/citation.js';
import { defineCommand, flag, optionalDay, type Request } from './parts/command.js';
import { PAGE_ACTION, pageButtons, pageNumber, position } from './parts/pages.js';
import { NO_ARTICLES, notice, type Reply, type Section } from './parts/reply.js';

/** Lines of one day: what most of its articles tell. */
const LINES_A_DAY = 2;
/** With their lines about two screens of a phone. */
const DAYS_PER_PAGE = 3;
/** What asks for the overview of everything. */
const EVERYTHING = 'summary';

const OPTIONS = {
  since: optionalDay('Only what was published on this day or later, like 2023-10-18'),
  private: flag('Only you see it'),
};

type NewsRequest = Request<typeof OPTIONS>;

/** One day's news. */
interface NewsOfDay {
  readonly day: string;
  readonly articles: number;
  readonly excerpts: readonly Excerpt[];
}

/** What was published day by day, for who was away: the last three days that the articles cover, or since a day. */
export default defineCommand({
  kind: 'slash',
  name: 'news',
  description: 'What is new, day by day: the last three days, or since a day',
  options: OPTIONS,
  run: (request) => newsPage(request, '0'),
  async rows({ archive, options }) {
    const { days, counts } = await daysOf(archive, options.since);
    const rows = await Promise.all(days.map((day) => newsOf(archive, day, counts)));
    return { rows, found: rows.length > 0 };
  },
  actions: { [PAGE_ACTION]: { place: 'here', run: (request) => newsPage(request, request.arg) } },
});

async function newsPage({ archive, options }: NewsRequest, arg: string): Promise<Reply> {
  if (archive.size.articles === 0) return notice(NO_ARTICLES);
  const { days, counts } = await daysOf(archive, options.since);
  const [first] = days;
  if (first === undefined) return { ...NOTHING_NEW, lead: nothingNew(options.since), private: options.private };
  const pages = Math.ceil(days.length / DAYS_PER_PAGE);
  const page = pageNumber(arg, pages);
  const shown = days.slice(page * DAYS_PER_PAGE, (page + 1) * DAYS_PER_PAGE);
  const news = await Promise.all(shown.map((day) => newsOf(archive, day, counts)));
  return {
    tone: 'answer',
    lead: `What the articles have since ${dayInWords(options.since ?? first)}, in their own words, by the day they are of:`,
    sections: news.flatMap(daySections),
    position: position(page, pages),
    buttons: pageButtons(page, pages),
    private: options.private,
  };
}

const NOTHING_NEW: Omit<Reply, 'lead' | 'private'> = { tone: 'closest', sections: [], buttons: [] };

function nothingNew(since: string | undefined): string {
  return since ? `There is no article of ${dayInWords(since)} or later.` : 'No article says of which day it is.';
}

/** The days that are asked for, oldest first, and how many articles each has. @throws RequestError for a day that is none */
async function daysOf(archive: Archive, since: string | undefined) {
  checkDay('since', since);
  const counts = coveredDays(await archive.catalogue());
  const covered = [...counts.keys()].sort();
  return { days: since === undefined ? covered.slice(-DAYS_PER_PAGE) : covered.filter((day) => day >= since), counts };
}

async function newsOf(archive: Archive, day: string, counts: ReadonlyMap<string, number>): Promise<NewsOfDay> {
  const { excerpts } = await archive.ask(EVERYTHING, { after: day, before: day, limit: LINES_A_DAY });
  return { day, articles: counts.get(day) ?? 0, excerpts };
}

/** A day, and the lines that tell it. */
function daySections({ day, articles, excerpts }: NewsOfDay): Section[] {
  return [
    { headline: `${dayInWords(day)} · ${count(articles, 'article')}` },
    ...excerpts.map((line) => excerptSection(line)),
  ];
}
