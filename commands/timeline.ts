import { dayInWords } from '../src/english/calendar.js';
import type { DifferingDay, TimelineEntry, When } from '../src/events/timeline/timeline.js';
import { alsoReported, count, excerptSection } from './parts/citation.js';
import { defineCommand, flag, optionalDay, optionalText, type Request } from './parts/command.js';
import { PAGE_ACTION, pageButtons, pageNumber, position } from './parts/pages.js';
import type { Button, Picture, Reply, Section } from './parts/reply.js';
import { shownText } from './parts/shownText.js';
import { sourceName } from './parts/sourceName.js';
import { drawTimeline, PictureError } from './parts/timelinePicture.js';

/** With the picture above them, as many as a reader scrolls through. */
const ENTRIES_PER_PAGE = 5;
const PICTURE_NAME = 'timeline.png';

const OPTIONS = {
  topic: optionalText('What it is about; everything when left out', { maxLength: 120 }),
  from: optionalDay('Only what happened on this day or later, like 2023-10-18'),
  to: optionalDay('Only what happened on this day or earlier, like 2023-10-20'),
  all: flag('Everything in one go, also what is less told or older than the story'),
  private: flag('Only you see the timeline'),
};

type TimelineRequest = Request<typeof OPTIONS>;

/** Shows what happened in the order in which it happened, as a picture and in the words of the articles. */
export default defineCommand({
  kind: 'slash',
  name: 'timeline',
  description: 'What happened when, in the words of the articles',
  options: OPTIONS,
  run: (request) => timelinePage(request, 'story', '0'),
  async rows({ archive, options: { topic, from, to } }) {
    const rows = await archive.timeline({ topic, from, to });
    return { rows, found: rows.length > 0 };
  },
  actions: {
    [PAGE_ACTION]: { place: 'here', run: (request) => timelinePage(request, 'story', request.arg) },
    more: { place: 'here', run: (request) => timelinePage(request, 'more', request.arg) },
    before: { place: 'here', run: (request) => timelinePage(request, 'before', request.arg) },
  },
});

/** What a page shows a part of: what is told most, the rest of its time, or what is older than the articles' reporting. */
type Part = 'story' | 'more' | 'before';

const ACTIONS: Readonly<Record<Part, string>> = { story: PAGE_ACTION, more: 'more', before: 'before' };
const HEADINGS: Readonly<Record<Part, string>> = {
  story: 'What happened when',
  more: 'What else happened when',
  before: 'What went before',
};
const LABELS: Readonly<Record<Part, string>> = { story: 'Story', more: 'More', before: 'Before' };
const PURPOSES: Readonly<Record<Part, string>> = {
  story: 'for what is told most',
  more: 'for what else happened',
  before: 'for what went before',
};

function partOf({ inStory, reach }: TimelineEntry): Part {
  return inStory ? 'story' : reach === 'background' ? 'before' : 'more';
}

/** Who asks for a time, for a topic or for all gets all of that in one piece. */
function asksForAll({ topic, from, to, all }: TimelineRequest['options']): boolean {
  return all || topic !== undefined || from !== undefined || to !== undefined;
}

async function timelinePage({ archive, options }: TimelineRequest, asked: Part, arg: string): Promise<Reply> {
  const { topic, from, to } = options;
  const entries = await archive.timeline({ topic, from, to });
  if (entries.length === 0) return nothingDated(options);
  const parts: Record<Part, TimelineEntry[]> = { story: [], more: [], before: [] };
  for (const entry of entries) parts[asksForAll(options) ? 'story' : partOf(entry)].push(entry);
  // All there is may be older than the articles.
  const part = parts[asked].length > 0 ? asked : parts.story.length > 0 ? 'story' : 'before';
  const listed = parts[part];
  const pages = Math.ceil(listed.length / ENTRIES_PER_PAGE);
  const page = pageNumber(arg, pages);
  const shown = listed.slice(page * ENTRIES_PER_PAGE, (page + 1) * ENTRIES_PER_PAGE);
  const picture = await pictureOf(shown, topic ?? HEADINGS[part]);
  return {
    tone: 'answer',
    lead: leadOf(options, part, parts),
    sections: shown.map(entrySection),
    position: position(page, pages),
    picture,
    buttons: [...pageButtons(page, pages, ACTIONS[part]), ...partButtons(part, parts)],
    private: options.private,
  };
}

/** Undefined when there is none in time: the sections say the same. */
async function pictureOf(entries: readonly TimelineEntry[], heading: string): Promise<Picture | undefined> {
  try {
    const { png, altText } = await drawTimeline(entries, heading);
    return { name: PICTURE_NAME, png, alt: altText };
  } catch (error) {
    if (error instanceof PictureError) return undefined;
    throw error;
  }
}

const IN_ORDER = ', in the order in which they happened';

/** "12 of 184 happenings, those told most, in the order in which they happened; “all” shows the rest:" */
function leadOf({ topic }: TimelineRequest['options'], part: Part, parts: Readonly<Record<Part, unknown[]>>): string {
  const { length } = parts[part];
  const order = length > 1 ? IN_ORDER : '';
  if (part === 'before') return `${count(length, 'happening')} from before what the articles report on${order}:`;
  if (part === 'more')
    return `${length} more ${length === 1 ? 'happening' : 'happenings'} that less is told of${order}:`;
  const total = length + parts.more.length + parts.before.length;
  if (total > length) {
    const older = parts.before.length > 0 ? ` (${parts.before.length} of them older than the story)` : '';
    const chosen = parts.more.length > 0 ? ', those told most' : '';
    return `${length} of ${count(total, 'happening')}${chosen}${order}; “all” shows the rest${older}:`;
  }
  return `${count(length, 'happening')}${topic ? ` to do with “${topic}”` : ''}${order}:`;
}

function partButtons(shown: Part, parts: Readonly<Record<Part, unknown[]>>): Button[] {
  const others = (['story', 'more', 'before'] as const).filter((part) => part !== shown && parts[part].length > 0);
  return others.map((part) => ({
    label: part === 'story' ? LABELS.story : `${LABELS[part]} (${parts[part].length})`,
    action: ACTIONS[part],
    arg: '0',
    purpose: PURPOSES[part],
    // Behind the last page of what is told most; before it the word turns the page.
    word: part === 'more' ? 'more' : undefined,
  }));
}

function nothingDated({ topic, from, to, private: isPrivate }: TimelineRequest['options']): Reply {
  const scope = [
    topic && `to do with “${topic}”`,
    from && `${to ? 'from' : 'since'} ${dayInWords(from)}`,
    to && `${from ? 'to' : 'up to'} ${dayInWords(to)}`,
  ];
  const words = scope.filter(Boolean).join(' ');
  return {
    tone: 'closest',
    lead: `The articles give no day for anything${words ? ` ${words}` : ''}.`,
    sections: [],
    buttons: [],
    private: isPrivate,
  };
}

/** One happening: its day, the line that tells it best, who else has it, and who gives it another day. */
function entrySection(entry: TimelineEntry): Section {
  const { when, words, expected, excerpt, differing } = entry;
  const { citations, place } = excerptSection(excerpt);
  return {
    headline: `${dayInWords(when.date)}${expected ? ' · expected' : ''}`,
    quotation: shownText(entry),
    citations,
    place,
    notes: [
      ...(words.text === dayInWords(when.date) ? [] : [`“${words.text}” = ${dayInWords(when.date)}`]),
      ...alsoReported(excerpt.alsoIn),
      ...differing.map(differingLine),
    ],
  };
}

function differingLine({ when, words, excerpt }: DifferingDay): string {
  return `Another day in ${sourceName(excerpt.article)}: ${asSaid(words.text, when)}, “${excerpt.text}”`;
}

/** “Thursday” (19 October 2023). */
function asSaid(words: string, { date }: When): string {
  return `“${words}” (${dayInWords(date)})`;
}
