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
  const isPassedOn = PASSED_ON.test(subject);
  // As written in the header: parsed, it would be the day in Greenwich.
  const date = mail.headers.find(({ key }) => key === 'date')?.value ?? null;
  const sender = withWindowsLetters(mail.from?.name ?? '') || null;
  const written = (FORWARDED.test(subject) ? forwardedIn(text) : null) ?? {
    text,
    subject,
    sender: isPassedOn ? null : sender,
    date: isPassedOn ? null : date,
  };
  const article = {
    text: written.text,
    title: (written.subject ?? subject).replace(PASSED_ON, '') || null,
    outlet: written.sender,
    url: null,
    published: written.date,
  };
  return { articles: [article], notes: [] };
}
