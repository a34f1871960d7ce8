import { analyze, type Token } from '../../english/analyzer.js';
import { cueVerb } from '../../english/cueVerbs.js';
import { ASKED_OF_A_SPEAKER } from '../../english/lists/sayingVerbs.js';
import { alternatives } from '../../english/lists/wordList.js';
import type { Quote } from '../../quotes/quote.js';
import { isTellingVerb } from '../question/answerKind.js';
import { type Concept, termsOf } from '../question/concept.js';
import { isAskingWord } from '../question/question.js';
import type { Reading } from './reading.js';
import { evidenceAtMatch, type PassageRun, spanOfRun, strengthsOf } from './run.js';

/** A verb so many words after a name is the name's: "Lavrov, who arrived on Wednesday, thanked". */
const VERB_REACH = 4;
/** A name held by less is not the one that is meant. */
const HALF_SURE = 0.5;
/** "Issued a warning", "in a statement". */
const SPOKEN =
  /^(?:warnings?|statements?|appeals?|threats?|promises?|messages?|remarks?|speech(?:es)?|apolog(?:y|ies))$/;
const BELIEF =
  /^(?:believe[sd]?|thinks?|thought|fear(?:s|ed)?|wants?|wanted|hope[sd]?|express(?:es|ed)?|voice[sd]?|lash(?:es|ed)?)$/;
/** Who is asked for the words is the coverage itself. */
const SOURCE =
  /\b(?:did|does|do|has|have) (?:the |this |that )?[\p{L}\p{N} ]*\b(?:articles?|reports?|papers?|stor(?:y|ies)|outlets?|media|sources?|press|news)\b/iu;
const PASSIVE_SPEECH = /\b(?:was|were|is|are|been)\b.*\b(?:told|asked|informed|called|named)\b/i;
const SPEECH = new RegExp(String.raw`\b(?:${alternatives(ASKED_OF_A_SPEAKER)})\b`, 'i');

/**
 * Whether a run has words of the one who is asked about: "what did Kim say" expects words of Kim's, not words about him.
 * @returns 0..1
 */
export function hasWordsOf(run: PassageRun, reading: Reading): number {
  const subject = askedSpeaker(reading);
  // "What did the report say", "what did they say on 19 October": all that is printed there.
  const { asking, filter } = reading.question;
  if (subject.length === 0 && (SOURCE.test(asking) || Object.values(filter).some(Boolean))) return 1;
  if (subject.length === 0) return evidenceAtMatch(run, reading);
  const span = spanOfRun(run, reading);
  const quotes = reading.quotes(run.first).filter((q) => q.start < span.end && q.end > span.start);
  const terms = new Set(subject.flatMap(termsOf));
  const isTheirs = quotes.some(({ speaker }) =>
    analyze(`${speaker?.name ?? ''} ${speaker?.text ?? ''}`).some(({ term }) => terms.has(term)),
  );
  if (!isTheirs && !isBesideSpeaker(run, reading, subject, quotes) && !doesSay(run, reading, subject)) return 0;
  return holdsNames(run, reading) ? 1 : 0;
}

/** What a speaker is stands so many words from the name: "said their lawyer, Marcus Bell". */
const ROLE_REACH = 6;
/** A role held by less is another's. */
const ROLE_SURE = 0.55;

/** Whether the word for who is asked about stands beside the name of somebody who speaks: "the prosecutor in Ardle, Mikael Strand, said". */
function isBesideSpeaker(
  run: PassageRun,
  reading: Reading,
  subject: readonly Concept[],
  quotes: readonly Quote[],
): boolean {
  const spans = quotes.flatMap(({ speaker }) => (speaker ? [speaker] : []));
  const names = new Set(spans.flatMap(({ name }) => analyze(name?.split(' ').at(-1) ?? '').map(({ term }) => term)));
  for (let passage = run.first; passage <= run.last; passage++) {
    const { tokens } = reading.terms(passage);
    const { start } = reading.index.sentence(passage);
    const matches = reading.matches(passage);
    const roles = reading.question.concepts.flatMap((concept, i) => {
      const match = matches[i];
      // A name beside another's is somebody else.
      return subject.includes(concept) && !concept.name && match && match.strength >= ROLE_SURE ? match.tokens : [];
    });
    if (roles.length === 0) continue;
    const isOfSpeaker = (token: Token): boolean =>
      names.has(token.term) || spans.some((span) => span.start <= start + token.start && start + token.end <= span.end);
    const speakers = tokens.filter(isOfSpeaker);
    if (roles.some((role) => speakers.some(({ position }) => Math.abs(position - role.position) <= ROLE_REACH)))
      return true;
  }
  return false;
}

/** Words of Kim's that leave out Japan are not what Kim said about Japan. */
function holdsNames(run: PassageRun, reading: Reading): boolean {
  const strengths = strengthsOf(run, reading);
  return reading.question.concepts.every(({ name }, i) => !name || (strengths[i] ?? 0) >= HALF_SURE);
}

/** Who is asked about in "what did the Kremlin say"; nobody in "what was Kim told". */
function askedSpeaker({ question: { asking, concepts } }: Reading): readonly Concept[] {
  const verb = SPEECH.exec(asking);
  if (!verb || PASSIVE_SPEECH.test(asking)) return [];
  const terms = new Set(analyze(asking.slice(0, verb.index)).map(({ term }) => term));
  return concepts.filter((c) => !isAskingWord(c.surface) && c.term.split(' ').every((term) => terms.has(term)));
}

/** "Lavrov thanked North Korea", "Analysts believe": telling without quoting. */
function doesSay(run: PassageRun, reading: Reading, subject: readonly Concept[]): boolean {
  for (let passage = run.first; passage <= run.last; passage++) {
    const matches = reading.matches(passage);
    const speakers = reading.question.concepts.flatMap((c, i) =>
      subject.includes(c) ? (matches[i]?.tokens ?? []) : [],
    );
    const verbs = reading
      .terms(passage)
      .tokens.filter(
        ({ surface }) =>
          (isTellingVerb(surface) && cueVerb(surface)?.participle === false) ||
          BELIEF.test(surface) ||
          SPOKEN.test(surface),
      );
    const isFollowed = (name: Token): boolean =>
      verbs.some((verb) => verb.position > name.position && verb.position - name.position <= VERB_REACH);
    if (speakers.some(isFollowed)) return true;
  }
  return false;
}
