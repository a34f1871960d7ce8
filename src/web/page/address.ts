import type { FilledOption } from './objects.js';

/** What the address bar says: what is asked, so that a link shows the same answer to others. */
export type Asked =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string; readonly given: readonly FilledOption[] };

/** Names that are no options of a command's. */
const OWN = new Set(['q', 'command', 'article', 'of', 'start', 'end']);

/** What a link asks; null when it asks nothing. */
export function readAddress(query: URLSearchParams): Asked | null {
  const command = query.get('command');
  if (command) {
    const given = [...query].filter(([name]) => !OWN.has(name)).map(([name, value]) => ({ name, value }));
    return { kind: 'command', name: command, given };
  }
  const text = query.get('q')?.trim();
  return text ? { kind: 'question', text } : null;
}

/** The address that asks the same. What only the reader was to see, others are not told of. */
export function addressOfAsked(asked: Asked): string {
  const query = new URLSearchParams();
  if (asked.kind === 'question') query.set('q', asked.text);
  else {
    query.set('command', asked.name);
    for (const { name, value } of asked.given) if (typeof value === 'string') query.set(name, value);
  }
  return `/?${query}`;
}
