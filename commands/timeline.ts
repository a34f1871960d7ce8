import { dayInWords } from '../src/english/calendar.js';
import type { DifferingDay, TimelineEntry, When } from '../src/events/timeline/timeline.js';
import { alsoReported, count, excerptSection } from './parts/citation.js';
import { defineCommand, flag, optionalText, type Request } from './parts/command.js';
import { PAGE_ACTION, pageButtons, pageNumber, position } from './parts/pages.js';
import type { Reply, Section } from './parts/reply.js';
import { sourceName } from './parts/sourceName.js';
import { drawTimeline } from './parts/timelinePicture.js';

/** With the picture above them, as many as a reader scrolls through. */
const ENTRIES_PER_PAGE = 5;
const PICTURE_NAME = 'timeline.png';

const OPTIONS = {
  topic: optionalText('What it is about; everything when left out', { maxLength: 120 }),
  from: optionalText('Only what happened on this day or later, like 2023-10-18', { maxLength: 30 }),
  to: optionalText('Only what happened on this day or earlier, like 2023-10-20', { maxLength: 30 }),
  private: flag('Only you see the timeline'),
};

type TimelineRequest = Request<typeof OPTIONS>;

/** Shows what happened in the order in which it happened, as a picture and in the words of the articles. */
export default defineCommand({
  kind: 'slash',
  name: 'timeline',
  description: 'What happened when, in the words of the articles',
  options: OPTIONS,
  run: (request) => timelinePage(request, '0'),
  async rows({ archive, options: { topic, from, to } }) {
    const rows = await archive.timeline({ topic, from, to });
    return { rows, found: rows.length > 0 };
  },
  actions: { [PAGE_ACTION]: { place: 'here', run: (request) => timelinePage(request, request.arg) } },
});

async function timelinePage({ archive, options }: TimelineRequest, arg: string): Promise<Reply> {
  const { topic, from, to } = options;
  const entries = await archive.timeline({ topic, from, to });
  if (entries.length === 0) return nothingDated(options);
  const pages = Math.ceil(entries.length / ENTRIES_PER_PAGE);
  const page = pageNumber(arg, pages);
  const shown = entries.slice(page * ENTRIES_PER_PAGE, (page + 1) * ENTRIES_PER_PAGE);
  const { png, altText } = await drawTimeline(shown, topic ?? 'What happened when');
  return {
    tone: 'answer',
    lead: `${count(entries.length, 'happening')}${topic ? ` to do with “${topic}”` : ''}${entries.length > 1 ? ', in the order in which they happened' : ''}:`,
    sections: shown.map(entrySection),
    position: position(page, pages),
    picture: { name: PICTURE_NAME, png, alt: altText },
    buttons: pageButtons(page, pages),
    private: options.private,
  };
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
function entrySection({ when, words, expected, excerpt, differing }: TimelineEntry): Section {
  const { quotation, citations } = excerptSection(excerpt);
  return {
    headline: `${dayInWords(when.date)}${expected ? ' · expected' : ''}`,
    quotation,
    citations,
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
