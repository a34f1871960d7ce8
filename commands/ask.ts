import type { Answer } from '../src/answers/answer.js';
import type { Filter } from '../src/answers/filter.js';
import type { ToldOtherwise } from '../src/answers/toldOtherwise.js';
import type { ArchiveSize } from '../src/archive.js';
import { byDay } from '../src/corpus/byDate.js';
import { dayInWords } from '../src/english/calendar.js';
import { suggestSources } from './parts/choices.js';
import { excerptSection } from './parts/citation.js';
import { defineCommand, flag, optionalDay, optionalText, type Request, requiredText } from './parts/command.js';
import { spanInWords } from './parts/dates.js';
import { englishOnly } from './parts/otherLanguages.js';
import { PAGE_ACTION, pageButtons, pageNumber, position } from './parts/pages.js';
import { type Button, NO_ARTICLES, notice, type Reply } from './parts/reply.js';

/** Lines to leaf through: more than five are no answer but a search. */
const MAX_EXCERPTS = 5;
/** Before the place of a line among the closest, in what its button asks for. */
const CLOSEST_MARK = 'c';
/** Closest lines under a "not in the articles": enough to see what there is, short enough for a phone. */
const MAX_CLOSEST = 3;

/** What a reader says of the line that is shown. */
const ANSWERS = 'answers';
const DOES_NOT = 'doesnot';

const OPTIONS = {
  question: requiredText('What you want to know, in your own words', { maxLength: 200 }),
  source: optionalText('Only this outlet or agency', { maxLength: 60, suggest: suggestSources }),
  after: optionalDay('Only articles of this day or later, like 2023-10-18'),
  before: optionalDay('Only articles of this day or earlier, like 2023-10-20'),
  private: flag('Only you see the answer'),
};

type AskRequest = Request<typeof OPTIONS>;

/** Asks the articles a question: their own words, with source and date, or that they do not say. */
export default defineCommand({
  kind: 'slash',
  name: 'ask',
  description: 'Ask the articles: their own words, with source and date',
  options: OPTIONS,
  mention: 'question',
  run: (request) => answerPage(request, '0'),
  async rows({ archive, options: { question, source, after, before }, limit }) {
    const answer = await archive.ask(question, { source, after, before, limit });
    return { rows: [answer], found: answer.status !== 'not-found' };
  },
  limited: true,
  bestFirst: true,
  actions: {
    [PAGE_ACTION]: { place: 'here', run: (request) => answerPage(request, request.arg) },
    context: { place: 'private', run: showContext },
    [ANSWERS]: { place: 'private', run: (request) => takeFeedback(request, true) },
    [DOES_NOT]: { place: 'private', run: (request) => takeFeedback(request, false) },
  },
});

async function answerPage(request: AskRequest, arg: string): Promise<Reply> {
  const answer = await ask(request);
  if (request.archive.size.articles === 0) return notice(NO_ARTICLES);
  if (answer.language !== null) return notice(englishOnly(answer.language));
  if (answer.status === 'not-found') return drawClosest(answer, request);
  return answer.overview ? drawOverview(answer, request) : drawAnswer(answer, arg, request);
}

function ask({ archive, options: { question, source, after, before } }: AskRequest): Promise<Answer> {
  return archive.ask(question, { limit: MAX_EXCERPTS, source, after, before });
}

function drawAnswer(answer: Answer, arg: string, { options, feedback }: AskRequest): Reply {
  const pages = answer.excerpts.length;
  const page = pageNumber(arg, pages);
  const excerpt = answer.excerpts[page];
  const otherwise = page === 0 ? answer.otherwise : null;
  return {
    tone: 'answer',
    lead: [doubt(answer), parting(otherwise), obeyed(answer.filters)].filter(Boolean).join(' ') || undefined,
    sections: [excerpt, otherwise?.excerpt].filter((shown) => shown !== undefined).map(excerptSection),
    position: position(page, pages),
    buttons: [
      ...pageButtons(page, pages),
      { label: 'Context', action: 'context', arg: String(page), purpose: 'for the context', word: 'context' },
      ...(feedback ? feedbackButtons(page) : []),
    ],
    private: options.private,
  };
}

function feedbackButtons(page: number): Button[] {
  return [
    { label: 'This answers it', action: ANSWERS, arg: String(page) },
    { label: 'It doesn’t', action: DOES_NOT, arg: String(page) },
  ];
}

async function takeFeedback(request: AskRequest & { readonly arg: string }, isAnswer: boolean): Promise<Reply> {
  const { feedback, arg } = request;
  if (!feedback) return notice('What readers say of answers is not counted here any more.');
  const { excerpts } = await ask(request);
  const excerpt = excerpts[pageNumber(arg, excerpts.length)];
  if (!excerpt) return notice('The articles have changed since this was answered, so this counts for none of them.');
  const isNew = await feedback.give(excerpt.article.id, isAnswer);
  return notice(
    isNew ? 'Thank you. That is counted, and nothing about you.' : 'You have said so of this answer already.',
  );
}

/** The lines of an overview in the order of their days, each with its source; an undated one stands last. */
function drawOverview({ excerpts, filters }: Answer, { options }: AskRequest): Reply {
  const oldestFirst = excerpts.toSorted((a, b) => byDay(a.article, b.article));
  const lead = ['What the articles tell, in their own words, by day:', obeyed(filters)];
  return {
    tone: 'answer',
    lead: lead.filter(Boolean).join(' '),
    sections: oldestFirst.map((excerpt) => excerptSection(excerpt)),
    buttons: [],
    private: options.private,
  };
}

/** What speaks against an answer that may be none. */
function doubt({ status, missing }: Answer): string | undefined {
  if (status !== 'unsure') return undefined;
  if (missing.length === 0) return 'This may answer it, or only come near.';
  const words = missing.map((word) => `“${word}”`);
  const last = words.pop();
  return `This may answer it, but the line doesn’t say ${words.length > 0 ? `${words.join(', ')} or ` : ''}${last}.`;
}

/** That another source tells it otherwise, which the second of two lines shows. */
function parting(otherwise: ToldOtherwise | null): string | undefined {
  if (otherwise === null) return undefined;
  const { ours, theirs, newer } = otherwise;
  const newest = newer === null ? '' : ` The ${newer === 'ours' ? 'first' : 'second'} line is the newer.`;
  return `Told otherwise: the first line has “${ours}”, the second “${theirs}”.${newest}`;
}

function drawClosest(answer: Answer, { options, archive }: AskRequest): Reply {
  const closest = answer.closest.slice(0, MAX_CLOSEST);
  const lead = [
    "The articles don't say.",
    ...(closest.length > 0 ? ['These lines come closest; they are not an answer:'] : []),
    obeyed(answer.filters),
    outOfTime({ ...answer.filters, ...given(options) }, archive.size),
  ];
  return {
    tone: 'closest',
    lead: lead.filter(Boolean).join(' '),
    // Who else has a line that is no answer is beside the point, and long.
    sections: closest.map((excerpt) => excerptSection({ ...excerpt, alsoIn: [] })),
    buttons: closest.map((_, at) => ({
      label: `Context ${at + 1}`,
      action: 'context',
      arg: `${CLOSEST_MARK}${at}`,
      purpose: closest.length === 1 ? 'for the context' : `for the context of line ${at + 1}`,
      word: at === 0 ? 'context' : undefined,
      typedOnly: true,
    })),
    private: options.private,
  };
}

async function showContext(request: AskRequest & { readonly arg: string }): Promise<Reply> {
  const { excerpts, closest } = await ask(request);
  const [lines, at] = request.arg.startsWith(CLOSEST_MARK) ? [closest, request.arg.slice(1)] : [excerpts, request.arg];
  const excerpt = lines[pageNumber(at, lines.length)];
  const around = excerpt && (await request.archive.context(excerpt.article.id, excerpt));
  if (!around) return notice('The articles have changed since this was answered. Ask again to see what they say now.');
  return {
    tone: 'answer',
    lead: 'The line in bold, with the sentences around it:',
    sections: [excerptSection(around)],
    buttons: [],
    private: true,
  };
}

/** Filters that the question itself asked for, so that nobody mistakes a part for the whole. */
function obeyed({ source, after, before }: Filter): string | undefined {
  const parts = [source && `from ${source}`, printedInWords(after, before)].filter(Boolean);
  return parts.length > 0 ? `Only articles ${parts.join(', ')}.` : undefined;
}

/** The time that was asked for by options, which goes before one that the question says. */
function given({ after, before }: AskRequest['options']): Filter {
  return { ...(after && { after }), ...(before && { before }) };
}

/** That no article is of the time that was asked for, of which they cannot say anything. */
function outOfTime({ after, before }: Filter, { firstDate, lastDate }: ArchiveSize): string | undefined {
  if (after && lastDate && lastDate < after) return `No article is that new: the newest is of ${dayInWords(lastDate)}.`;
  if (before && firstDate && firstDate > before)
    return `No article is that old: the oldest is of ${dayInWords(firstDate)}.`;
  return undefined;
}

function printedInWords(after: string | undefined, before: string | undefined): string | undefined {
  if (after && after === before) return `of ${dayInWords(after)}`;
  if (after && before) return `of ${spanInWords(after, before)}`;
  if (after) return `since ${dayInWords(after)}`;
  return before ? `up to ${dayInWords(before)}` : undefined;
}
