/** What a page carries beside its article. Only what is positively recognised is furniture: a lost sentence is worse. */
const FURNITURE: readonly RegExp[] = [
  // Labels of embedded media and of page sections.
  /^(?:video|audio|photos?|pictures?|gallery|watch|listen|live|news|advertisement|ad|sponsored|related|menu|home|search)$/i,
  /^(?:just watched|must watch|now playing|replay more videos)\b/i,
  // Links to other pages.
  /^(?:see also|read also|also read|read more|read next|more ?:|related ?:|watch ?:|watch now|recommended|up next|click here|tap here)(?:\s|:|$|[^\s\p{L}])/iu,
  /\|\s*(?:\p{Lu}[\p{L}.&]*\s*){1,4}\|\s*(?:\p{Lu}[\p{L}.&]*\s*){1,4}$/u,
  // Sharing, subscribing, cookies, copyright.
  /^(?:share|share this|tweet|print|email|facebook|twitter|whatsapp|copy link|comments?|leave a comment|subscribe|sign up|log in)(?: (?:this|on|via|to)\b.{0,40})?$/i,
  /^(?:sign up (?:for|here)|subscribe to|get cnn|get our free|follow us|join us on|download our app)\b.{0,160}$/i,
  /^(?:©|\(c\)|copyright\b).{0,160}$/i,
  /^.{0,80}\ball rights reserved\b.{0,80}$/i,
  /^(?:we use cookies|this (?:site|website) uses cookies)\b/i,
  // Who took a picture: "DEMETRIUS FREEMAN/AFP/POOL/Getty Images".
  /^[^.!?]{0,80}\/(?:getty images|shutterstock|afp|ap|reuters|associated press)$/i,
  // A Markdown image that stands alone.
  /^!\[[^\]]*\]\([^)]*\)$/,
  // Publication stamps and counters.
  /^(?:published|updated|posted|last (?:updated|modified)|count|views?|reads?|hits)\s*:.{0,120}$/i,
  /^\d+ (?:views?|shares?|comments?|min(?:ute)?s? read)$/i,
];
const ALPHANUMERIC = /[\p{L}\p{N}]/u;
/** Furniture lines are short; a longer paragraph is never one. */
const LONGEST = 240;

/** Whether a paragraph is a menu entry, a counter, a link to another page or the like. */
export function isFurniture(line: string): boolean {
  if (line.length > LONGEST) return false;
  return !ALPHANUMERIC.test(line) || FURNITURE.some((pattern) => pattern.test(line));
}

/** A heading has at most so many words when blank lines set it apart, and so many when nothing does. */
const HEADING_WORDS = 12;
const HEADING_WORDS_IN_LINE = 6;
const QUESTION =
  /^(?:why|what|how|who|where|when|which|is|are|was|were|will|can|could|should|does|do|did|has|have)\b.*\?$/i;
const OPEN_END = /[\p{L}\p{N})'’”"%]$/u;
const CLOSED_QUOTATION = /[.!?,…]["”’']$/;
const HEADING_START = /^[\p{Lu}\p{N}‘'“"]/u;
const SENTENCE_LIKE =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|said|says|told)\b|^(?:he|she|it|they|we|i|this|that|there|these|those)\b|^["“‘]/i;
/** "Diesel: $4.609", "1. Cairo", a web address: an entry of a list. */
const LIST_ENTRY = /:\s|^\d+[.)]\s|https?:|www\.|@/;

/**
 * Whether a paragraph could be a heading, if text follows: short, no end of a sentence, and not worded as a sentence.
 * @param apart whether a blank line stands beside it, or it is where a title is missed; a caption in running lines is none
 */
export function looksLikeHeading(line: string, apart: boolean): boolean {
  if (line.length > 120 || !HEADING_START.test(line)) return false;
  if (line.split(/\s+/).length > (apart ? HEADING_WORDS : HEADING_WORDS_IN_LINE)) return false;
  if (QUESTION.test(line)) return true;
  return OPEN_END.test(line) && !CLOSED_QUOTATION.test(line) && !SENTENCE_LIKE.test(line) && !LIST_ENTRY.test(line);
}
