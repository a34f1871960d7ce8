import type { Quote } from '../src/quotes/quote.js';
import { suggestSources, suggestSpeakers } from './parts/choices.js';
import { alsoReported, count, excerptSection } from './parts/citation.js';
import { defineCommand, flag, optionalText, type Request, requiredText } from './parts/command.js';
import { PAGE_ACTION, pageButtons, pageNumber, position } from './parts/pages.js';
import { notice, type Reply, type Section } from './parts/reply.js';

/** Two quotations with their sources fill the screen of a phone. */
const QUOTES_PER_PAGE = 2;

const OPTIONS = {
  speaker: requiredText('Who said it: a person or an institution', { maxLength: 80, suggest: suggestSpeakers }),
  about: optionalText('What it is about', { maxLength: 60 }),
  source: optionalText('Only this outlet or agency', { maxLength: 60, suggest: suggestSources }),
  private: flag('Only you see the quotes'),
};

/** Shows what somebody said, in their words, with every article that has it. */
export default defineCommand({
  kind: 'slash',
  name: 'quote',
  description: 'What somebody said, in their own words',
  options: OPTIONS,
  run: (request) => quotePage(request, '0'),
  actions: { [PAGE_ACTION]: { place: 'here', run: (request) => quotePage(request, request.arg) } },
});

async function quotePage({ archive, options }: Request<typeof OPTIONS>, arg: string): Promise<Reply> {
  const { speaker, about, source } = options;
  const entries = sameWords(await archive.quotes({ speaker, about, source }));
  if (entries.length === 0) return notice(noWords(options));
  const pages = Math.ceil(entries.length / QUOTES_PER_PAGE);
  const page = pageNumber(arg, pages);
  return {
    tone: 'answer',
    lead: `${count(entries.length, 'quotation')} of ${entries[0]?.[0]?.speaker?.name ?? speaker}:`,
    sections: entries.slice(page * QUOTES_PER_PAGE, (page + 1) * QUOTES_PER_PAGE).flatMap(entrySection),
    position: position(page, pages),
    buttons: pageButtons(page, pages),
    private: options.private,
  };
}

/** The same words in several articles are one entry; spelling of marks and spaces makes no difference. */
function sameWords(quotes: readonly Quote[]): Quote[][] {
  const entries = new Map<string, Quote[]>();
  for (const quote of quotes) {
    const words = quote.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    entries.set(words, [...(entries.get(words) ?? []), quote]);
  }
  return [...entries.values()];
}

function entrySection([quote, ...others]: readonly Quote[]): Section[] {
  if (!quote) return [];
  const { excerpt, speaker } = quote;
  const section = excerptSection(excerpt);
  const said = [Math.max(0, quote.start - excerpt.start), quote.end - excerpt.start] as const;
  const elsewhere = others.map(({ article, excerpt }) => ({ article, excerpt, wireCopy: false }));
  return [
    {
      ...section,
      quotation: { text: excerpt.text, emphasis: [said] },
      notes: [
        ...(speaker?.name && speaker.name !== speaker.text ? [`“${speaker.text}” = ${speaker.name}`] : []),
        ...(section.notes ?? []),
        ...alsoReported(elsewhere),
      ],
    },
  ];
}

function noWords({
  speaker,
  about,
  source,
}: {
  speaker: string;
  about?: string | undefined;
  source?: string | undefined;
}) {
  const scope = [about && `about “${about}”`, source && `in ${source}`].filter(Boolean).join(' ');
  return `The articles quote no words of “${speaker}”${scope ? ` ${scope}` : ''}.`;
}
