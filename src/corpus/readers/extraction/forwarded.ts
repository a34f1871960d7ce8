/** A mail as it was before somebody passed it on. */
export interface Forwarded {
  readonly text: string;
  /** The sender's name; null when only an address is there. */
  readonly sender: string | null;
  /** As written. */
  readonly date: string | null;
  readonly subject: string | null;
}

/** A line of a mail's head as mail programs repeat it in the text, in bold or quoted: "**From:** The Times", "> Sent: Monday". */
const HEAD_LINE = /^[>*\s]{0,20}(from|sent|date|to|cc|reply-to|subject):[*\s]{0,9}(.*)$/i;
/** "The Times <news@times.example>". */
const NAMED_SENDER = /^["']?([^<>"@]{1,200}?)["']?\s*(?:<|\[mailto:|$)/;
/** Mail programs that quote what they pass on put this before each line. */
const QUOTED = /^> ?/;

/**
 * Takes a mail out of the one that passed it on: what stands before its head is by whoever did, and the head has their addresses.
 * @returns null where the text has no head that names a sender and a day or a subject
 */
export function forwardedIn(text: string): Forwarded | null {
  const lines = text.split('\n');
  // Passed on twice, the innermost is what was written.
  const at = lines.findLastIndex((line) => HEAD_LINE.exec(line)?.[1]?.toLowerCase() === 'from');
  if (at < 0) return null;
  const fields = new Map<string, string>();
  let end = at;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    const [, name, value = ''] = HEAD_LINE.exec(line) ?? [];
    if (name !== undefined) fields.set(name.toLowerCase(), value.trim());
    else if (line.replace(QUOTED, '').trim() !== '') break;
  }
  const date = fields.get('sent') ?? fields.get('date') ?? null;
  const subject = fields.get('subject') ?? null;
  if (date === null && subject === null) return null;
  const rest = lines.slice(end);
  const isQuoted = rest.every((line) => line.trim() === '' || QUOTED.test(line));
  return {
    text: (isQuoted ? rest.map((line) => line.replace(QUOTED, '')) : rest).join('\n').trim(),
    sender: NAMED_SENDER.exec(fields.get('from') ?? '')?.[1]?.trim() || null,
    date,
    subject,
  };
}
