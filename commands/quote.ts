import type { Excerpt } from '../src/corpus/excerpt.js';
import type { Wording } from '../src/quotes/group.js';
import { byStretch, gatherPassages, type Passage, rangesWithin } from '../src/quotes/passages.js';
import type { Quote } from '../src/quotes/quote.js';
import { suggestSources, suggestSpeakers, suggestTopics } from './parts/choices.js';
import { alsoReported, count, excerptSection } from './parts/citation.js';
import { defineCommand, flag, optionalText, type Request, requiredText } from './parts/command.js';
import { PAGE_ACTION, pageButtons, pageNumber, position } from './parts/pages.js';
import type { Reply, Section } from './parts/reply.js';
import { joinWords } from './parts/sourceName.js';

/** Two passages with their sources fill the screen of a phone. */
const PASSAGES_PER_PAGE = 2;
/** Translations beyond these say nothing new. */
const MAX_WORDINGS = 3;
const MENTIONS_PER_PAGE = 3;
const MENTIONS_ACTION = 'mentions';

const OPTIONS = {
  speaker: requiredText('Who said it: a person or an institution', { maxLength: 80, suggest: suggestSpeakers }),
  about: optionalText('What it is about', { maxLength: 60, suggest: suggestTopics }),
  source: optionalText('Only this outlet or agency', { maxLength: 60, suggest: suggestSources }),
  private: flag('Only you see the quotes'),
};

type QuoteRequest = Request<typeof OPTIONS>;

/** Shows what somebody said, each statement once, with every wording and every article that has it. */
export default defineCommand({
  kind: 'slash',
  name: 'quote',
  description: 'What somebody said, in their own words',
  options: OPTIONS,
  run: (request) => statementsPage(request, '0'),
  async rows({ archive, options: { speaker, about, source }, limit }) {
    const rows = await archive.quotes({ speaker, about, source, limit });
    return { rows, found: rows.length > 0 };
  },
  limited: true,
  actions: {
    [PAGE_ACTION]: { place: 'here', run: (request) => statementsPage(request, request.arg) },
    [MENTIONS_ACTION]: { place: 'here', run: mentionsPage },
  },
});

async function statementsPage(request: QuoteRequest, arg: string): Promise<Reply> {
  const { archive, options } = request;
  const { speaker, about, source } = options;
  const statements = await archive.statements({ speaker, about, source });
  if (statements.length === 0) return noWords(request);
  const passages = gatherPassages(statements);
  const pages = Math.ceil(passages.length / PASSAGES_PER_PAGE);
  const page = pageNumber(arg, pages);
  const speakers = [...new Set(statements.flatMap(({ speakers }) => (speakers.length > 0 ? speakers : [speaker])))];
  return {
    tone: 'answer',
    lead: `${count(statements.length, 'statement')} by ${joinWords(speakers)}${scopeInWords(options)}${gatheredInWords(statements.length, passages.length)}:`,
    sections: passages
      .slice(page * PASSAGES_PER_PAGE, (page + 1) * PASSAGES_PER_PAGE)
      .flatMap((passage) => passageSections(passage, speakers.length > 1)),
    position: position(page, pages),
    buttons: pageButtons(page, pages),
    private: options.private,
  };
}

/** ", in 2 passages" where several statements stand in one sentence, which is shown once. */
function gatheredInWords(statements: number, passages: number): string {
  return passages < statements ? `, in ${count(passages, 'passage')}` : '';
}

/** The statements of one passage, shown once: their fullest wordings, then the others beside them. */
function passageSections(passage: Passage, nameSpeaker: boolean): Section[] {
  const speaker = passage[0]?.speaker ?? null;
  const wordings = passage.flatMap(({ wordings }) => wordings.slice(0, MAX_WORDINGS));
  const shown = wordings.flatMap(({ quotes: [first] }) => first ?? []);
  return byStretch(shown).map((together, at) => {
    const section = stretchSection(together, wordings, speaker);
    if (at > 0) return { ...section, headline: 'The same in other words', url: null };
    return nameSpeaker && speaker ? { ...section, notes: [`Said by ${speaker}`, ...(section.notes ?? [])] } : section;
  });
}

/** Quotations within their sentences, the words themselves in bold, and every article that has just these. */
function stretchSection(together: readonly Quote[], wordings: readonly Wording[], name: string | null): Section {
  const [first] = together;
  if (!first) return {};
  const { excerpt, article } = first;
  const section = excerptSection(excerpt);
  const elsewhere = wordings
    .filter(({ quotes: [quote] }) => quote !== undefined && together.includes(quote))
    .flatMap(({ quotes }) => quotes.filter((quote) => quote.article.id !== article.id));
  const written = new Set(together.flatMap(({ speaker }) => speaker?.text ?? []));
  return {
    ...section,
    quotation: { text: excerpt.text, emphasis: rangesWithin(together) },
    notes: [
      ...[...written].filter((text) => name && !saysWho(text, name)).map((text) => `“${text}” = ${name}`),
      ...(section.notes ?? []),
      ...alsoReported(elsewhere.map(({ article, excerpt }) => ({ article, excerpt, wireCopy: false }))),
    ],
  };
}

/** "The Russian minister Sergei Lavrov" needs no explaining, and neither does "Lavrov"; "he" does. */
function saysWho(written: string, name: string): boolean {
  return name.includes(written) || written.includes(name);
}

/** Somebody whom nobody quotes may still be named: then a button leads to those lines. */
async function noWords({ archive, options }: QuoteRequest): Promise<Reply> {
  const mentions = await archive.mentions(options.speaker);
  const sentences = [`There are no words of “${options.speaker}” in these articles${scopeInWords(options)}.`];
  sentences.push(mentionedInWords(mentions));
  return {
    tone: 'closest',
    lead: sentences.join(' '),
    sections: [],
    buttons:
      mentions.length > 0
        ? [{ label: 'Show the lines', action: MENTIONS_ACTION, arg: '0', purpose: 'to show the lines' }]
        : [],
    private: options.private,
  };
}

function mentionedInWords(mentions: readonly Excerpt[]): string {
  const { length } = mentions;
  if (length === 0) return 'The name is not mentioned either; another spelling may be.';
  if (mentions.some(isWrittenAsName)) return `The name is mentioned in ${count(length, 'line')}.`;
  return `It is the first word of ${count(length, 'sentence')}, where it may be no name.`;
}

/** "Nobody" at the beginning of a sentence or a quotation has its capital from there. */
function isWrittenAsName({ text, emphasis: [first] }: Excerpt): boolean {
  const [start, end] = first ?? [0, 0];
  return /\s/.test(text.slice(start, end)) || /[\p{L}\p{N},;)]\s$/u.test(text.slice(0, start));
}

async function mentionsPage({ archive, options, arg }: QuoteRequest & { readonly arg: string }): Promise<Reply> {
  const mentions = await archive.mentions(options.speaker);
  const pages = Math.ceil(mentions.length / MENTIONS_PER_PAGE);
  const page = pageNumber(arg, pages);
  return {
    tone: 'closest',
    lead: `Lines that mention “${options.speaker}”; these are not their words:`,
    sections: mentions.slice(page * MENTIONS_PER_PAGE, (page + 1) * MENTIONS_PER_PAGE).map(excerptSection),
    position: position(page, pages),
    buttons: pageButtons(page, pages, MENTIONS_ACTION),
    private: options.private,
  };
}

function scopeInWords({ about, source }: QuoteRequest['options']): string {
  return `${about ? ` about “${about}”` : ''}${source ? ` from ${source}` : ''}`;
}
