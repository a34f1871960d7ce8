import { splitSentences } from '../../english/sentences.js';
import type { Span } from '../../english/span.js';
import { trimTail } from '../../english/tail.js';
import { clauseSpans } from '../../statements/clauses.js';
import { isNamedElsewhere, readStatement, type Statement } from '../../statements/statement.js';

/** A message longer than this in claims is no message but an article. */
const MOST_CLAIMS = 20;
/** "Hi all!", "lol true": with fewer words that carry meaning nothing is claimed. */
const FEWEST_WORDS = 2;

const LINK_OR_MENTION = /https?:\/\/\S+|<(?:[@#]|a?:|t:)[^<>\s]*>/g;
const LINE_MARK = /^\s*(?:>+|[-*•]|\d{1,2}[.)])\s+/;
const GREETING = /^(?:hi|hey|hello|good (?:morning|evening|afternoon)|thanks|thank you|lol|wow|omg)\b[^.!?]{0,30}$/i;

/** Plurals and forms of verbs that open a sentence are seldom names: "Analysts", "Killing", "Reportedly". */
const PLAIN_ENDING = /(?:s|ing|ly|ed)$/;

/**
 * Reads a claim again beside the articles it is checked against, which know better than a short message whether the
 * word at its head is a name: "Biden criticised", "Police criticised".
 * @param texts of the articles
 */
export function readBeside(message: string, claim: Statement, texts: readonly string[]): Statement {
  const isNameAtHead = (word: string) => {
    const pattern = word.replace(/[^\p{L}\p{N}]/gu, '.');
    const owner = new RegExp(`\\b${pattern}[’']s\\b`, 'u');
    if (texts.some((text) => isNamedElsewhere(word, text) || owner.test(text))) return true;
    const plain = new RegExp(`\\b${pattern.toLowerCase()}\\b`, 'u');
    return !PLAIN_ENDING.test(word) && !texts.some((text) => plain.test(text));
  };
  return readStatement(message, claim, { isNameAtHead });
}

/** Cuts a message into the things it claims, in its order; questions, greetings and bare links claim nothing. */
export function splitClaims(message: string): Statement[] {
  // Blanked, not cut out, so that every span stays a span of the message.
  const words = message.replace(LINK_OR_MENTION, (found) => ' '.repeat(found.length));
  const claims: Statement[] = [];
  for (const line of linesWithoutMarks(words)) {
    for (const sentence of splitSentences(words, line)) {
      const text = words.slice(sentence.start, sentence.end).trim();
      if (/\?["”’)]*$/.test(text) || GREETING.test(trimTail(text, /[.!]/))) continue;
      for (const clause of clauseSpans(words, sentence)) {
        const claim = readStatement(words, clause);
        if (claim.content.size + claim.figures.length >= FEWEST_WORDS) claims.push(claim);
      }
    }
  }
  return claims.slice(0, MOST_CLAIMS);
}

function linesWithoutMarks(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].map((match) => {
    const mark = LINE_MARK.exec(match[0])?.[0].length ?? 0;
    return { start: match.index + mark, end: match.index + match[0].length };
  });
}
