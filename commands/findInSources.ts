import { splitSentences } from '../src/english/sentences.js';
import type { Span } from '../src/english/span.js';
import type { CheckedClaim, ClaimDifference, ClaimOutcome, MessageCheck } from '../src/events/check/check.js';
import { count, excerptSection } from './parts/citation.js';
import { defineCommand, flag, type Request, requiredText } from './parts/command.js';
import { DIFFERENCE_WORDS } from './parts/differences.js';
import type { Button, Reply, Section } from './parts/reply.js';

/** A long message holds more claims than a reply has room for. */
const MAX_CLAIMS = 6;
/** Lines shown beside each claim. */
const MAX_LINES = 2;

/** Discord's own messages end at 4,000 characters; in a terminal it may be a whole article. */
const LONGEST_TEXT = 20_000;

const OPTIONS = {
  text: requiredText('The message to look up', {
    maxLength: LONGEST_TEXT,
    multiline: true,
    whenMissing: 'There is no text in this message that could be looked up.',
  }),
  all: flag('Every claim, not only the first six'),
};

type CheckRequest = Request<typeof OPTIONS>;

/** Shows what the articles say to each claim of a message, to the one who asked. Nothing is called true or false. */
export default defineCommand({
  kind: 'message',
  name: 'Find in sources',
  description: 'What the articles say to each claim of a message',
  options: OPTIONS,
  typed: 'check',
  privateByDefault: true,
  run: lookUp,
  async rows({ archive, options }) {
    const check = await archive.check(options.text);
    return { rows: [check], found: check.claims.some(({ outcome }) => outcome !== 'not-found') };
  },
  actions: {
    all: { place: 'here', run: (request) => lookUp({ ...request, options: { ...request.options, all: true } }) },
  },
});

async function lookUp({ archive, options }: CheckRequest): Promise<Reply> {
  const check = await archive.check(options.text);
  const { claims } = check;
  const shown = options.all ? claims : claims.slice(0, MAX_CLAIMS);
  if (claims.length === 0) {
    return { tone: 'closest', lead: NO_CLAIM, sections: [], buttons: [], private: true };
  }
  return {
    tone: claims.some(({ outcome }) => outcome !== 'not-found') ? 'answer' : 'closest',
    lead: `What the articles say to this message, claim by claim${leftOutInWords(check, shown.length)}:`,
    sections: shown.flatMap(claimSections),
    buttons: shown.length < claims.length ? [SHOW_ALL] : [],
    private: true,
  };
}

/** A button on Discord cannot bring back a whole message. */
const SHOW_ALL: Button = {
  label: 'All',
  action: 'all',
  arg: '',
  purpose: 'for all of them',
  word: 'all',
  typedOnly: true,
};

/** " (the first 6 of 15; 1 of its 16 sentences was not looked up)"; nothing where nothing is left out. */
function leftOutInWords({ message, claims }: MessageCheck, shown: number): string {
  const sentences = sentencesOf(message);
  const silent = sentences.filter(({ start, end }) => !claims.some((claim) => claim.start < end && start < claim.end));
  const parts = [
    ...(shown < claims.length ? [`the first ${shown} of ${claims.length}`] : []),
    ...(silent.length > 0
      ? [
          `${silent.length} of its ${count(sentences.length, 'sentence')} ${silent.length === 1 ? 'was' : 'were'} not looked up`,
        ]
      : []),
  ];
  return parts.length > 0 ? ` (${parts.join('; ')})` : '';
}

/** The sentences of a message, line by line; a word alone, such as a greeting or a link, is none. */
function sentencesOf(message: string): Span[] {
  return [...message.matchAll(/[^\n]+/g)]
    .flatMap(({ index, 0: line }) => splitSentences(message, { start: index, end: index + line.length }))
    .filter(({ start, end }) => /\S\s+\S/.test(message.slice(start, end)));
}

const NO_CLAIM = 'There is no statement in this message that could be looked up: only greetings, questions or links.';

const OUTCOMES: Readonly<Record<ClaimOutcome, string>> = {
  supported: 'These lines say so:',
  'told-differently': 'The articles tell it differently:',
  'not-found': 'Not in the articles.',
};

const CLOSEST = 'What comes closest, and does not say it:';

/** The claim as it was written, what there is on it, then the lines; where none is on it, those that come closest, as such. */
function claimSections({ text, outcome, excerpts, closest, differences }: CheckedClaim): Section[] {
  // Who else has a line that does not say it is beside the point.
  const near = closest.map((excerpt) => ({ ...excerpt, alsoIn: [] }));
  const lines = (excerpts.length > 0 ? excerpts : near).slice(0, MAX_LINES);
  const isNear = excerpts.length === 0 && closest.length > 0;
  return [
    { headline: `“${text}”`, notes: [isNear ? `${OUTCOMES[outcome]} ${CLOSEST}` : OUTCOMES[outcome]] },
    ...lines.map((excerpt, at) => {
      const { quotation, citations, place, notes = [] } = excerptSection(excerpt);
      const mismatch = differences.filter((difference) => difference.excerpt === at).map(mismatchLine);
      return { quotation, citations, place, notes: [...mismatch, ...notes] };
    }),
  ];
}

/** `Day: the message has “Monday”, the article “Thursday”`. */
function mismatchLine({ what, claim, source }: ClaimDifference): string {
  const said = claim ? `the message has “${claim.text}”` : 'the message has no such word';
  const told = source ? `the article “${source.text}”` : 'the article has no such word';
  return `${DIFFERENCE_WORDS[what]}: ${said}, ${told}`;
}
