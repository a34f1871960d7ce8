import type { CheckedClaim, ClaimDifference, ClaimOutcome } from '../src/events/check/check.js';
import { excerptSection } from './parts/citation.js';
import { defineCommand, type Request, requiredText } from './parts/command.js';
import { DIFFERENCE_WORDS } from './parts/differences.js';
import type { Reply, Section } from './parts/reply.js';

/** A long message holds more claims than a reply has room for. */
const MAX_CLAIMS = 6;
/** Lines shown beside each claim. */
const MAX_LINES = 2;

/** Discord's own messages end at 4,000 characters; in a terminal it may be a whole article. */
const LONGEST_TEXT = 20_000;

const OPTIONS = {
  text: requiredText('The message to look up', { maxLength: LONGEST_TEXT, multiline: true }),
};

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
});

async function lookUp({ archive, options }: Request<typeof OPTIONS>): Promise<Reply> {
  const { claims } = await archive.check(options.text);
  const shown = claims.slice(0, MAX_CLAIMS);
  const left = claims.length - shown.length;
  if (claims.length === 0) {
    return { tone: 'closest', lead: NO_CLAIM, sections: [], buttons: [], private: true };
  }
  return {
    tone: claims.some(({ outcome }) => outcome !== 'not-found') ? 'answer' : 'closest',
    lead: `What the articles say to this message, claim by claim${left > 0 ? `; the first ${MAX_CLAIMS} of ${claims.length}` : ''}:`,
    sections: shown.flatMap(claimSections),
    buttons: [],
    private: true,
  };
}

const NO_CLAIM = 'There is no statement in this message that could be looked up: only greetings, questions or links.';

const OUTCOMES: Readonly<Record<ClaimOutcome, string>> = {
  supported: 'These lines say so:',
  'told-differently': 'The articles tell it differently:',
  'not-found': 'Not in the articles.',
};

/** The claim as it was written, what there is on it, then the lines. */
function claimSections({ text, outcome, excerpts, differences }: CheckedClaim): Section[] {
  const lines = excerpts.slice(0, MAX_LINES);
  return [
    { headline: `“${text}”`, notes: [OUTCOMES[outcome]] },
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
