import PostalMime from 'postal-mime';
import { withWindowsLetters } from '../encoding.js';
import type { Extracted } from './extracted.js';
import { forwardedIn } from './forwarded.js';
import { plainMarkup } from './markup.js';

/** A mail that was passed on or answered: its day and sender are not those of what it holds. */
const PASSED_ON = /^\s*(?:fwd?|re|aw|wg|tr)\s*:\s*/i;
/** One that was passed on. */
const FORWARDED = /^\s*(?:fwd?|wg|tr)\s*:/i;

/**
 * Takes the text out of a mail, such as a newsletter: subject as title, sender as outlet, the day that the sender wrote. Of one that was
 * passed on these are the first sender's, where the text has them.
 */
export async function extractEmail(bytes: Uint8Array): Promise<Extracted> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20, maxRfc822NestingDepth: 3 });
  const subject = withWindowsLetters(mail.subject?.trim() ?? '');
  const plain = withWindowsLetters(mail.text ?? '');
  const markup = mail.html ? plainMarkup(withWindowsLetters(mail.html)) : '';
  const text = markup.trim() === '' ? plain : markup;
  const forwarded = FORWARDED.test(subject) ? forwardedIn(text) : null;
  if (forwarded) {
    const title = (forwarded.subject ?? subject).replace(PASSED_ON, '') || null;
    const { sender: outlet, date: published } = forwarded;
    return { articles: [{ text: forwarded.text, title, outlet, url: null, published }], notes: [] };
  }
  const isPassedOn = PASSED_ON.test(subject);
  // As written in the header: parsed, it would be the day in Greenwich.
  const date = mail.headers.find(({ key }) => key === 'date')?.value ?? null;
  const article = {
    text,
    title: subject.replace(PASSED_ON, '') || null,
    outlet: isPassedOn ? null : withWindowsLetters(mail.from?.name ?? '') || null,
    url: null,
    published: isPassedOn ? null : date,
  };
  return { articles: [article], notes: [] };
}
