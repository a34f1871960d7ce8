import PostalMime from 'postal-mime';
import { withWindowsLetters } from '../encoding.js';
import type { Extracted } from './extracted.js';
import { plainMarkup } from './markup.js';

/** A mail that was passed on or answered: its day and sender are not those of what it holds. */
const PASSED_ON = /^\s*(?:fwd?|re|aw|wg|tr)\s*:\s*/i;

/** Takes the text out of a mail, such as a newsletter: subject as title, sender as outlet, the day that the sender wrote. */
export async function extractEmail(bytes: Uint8Array): Promise<Extracted> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20, maxRfc822NestingDepth: 3 });
  const subject = withWindowsLetters(mail.subject?.trim() ?? '');
  const isPassedOn = PASSED_ON.test(subject);
  const plain = withWindowsLetters(mail.text ?? '');
  const text = mail.html ? plainMarkup(withWindowsLetters(mail.html)) : plain;
  // As written in the header: parsed, it would be the day in Greenwich.
  const date = mail.headers.find(({ key }) => key === 'date')?.value ?? null;
  const article = {
    text: text.trim() === '' ? plain : text,
    title: subject.replace(PASSED_ON, '') || null,
    outlet: isPassedOn ? null : withWindowsLetters(mail.from?.name ?? '') || null,
    url: null,
    published: isPassedOn ? null : date,
  };
  return { articles: [article], notes: [] };
}
