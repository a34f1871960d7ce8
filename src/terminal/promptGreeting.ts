import { setTimeout as sleep } from 'node:timers/promises';
import type { Archive } from '../archive.js';
import { tame } from './style.js';

/** Nobody at a prompt should wait for an example any longer. */
const EXAMPLE_WITHIN_MS = 300;

/**
 * How to begin, with a question that these articles answer where one is found in time.
 * @param events names of several, of which the articles are the first; none where there is only one
 */
export async function promptGreeting(archive: Archive, events: readonly string[] = []): Promise<string> {
  const none = sleep<readonly string[]>(EXAMPLE_WITHIN_MS, [], { ref: false });
  const [example] = await Promise.race([archive.examples(1), none]).catch(() => []);
  const suchAs = example ? `, such as: ${tame(example)}` : '';
  const [first] = events;
  const about = first === undefined ? 'the articles' : `${tame(first)}, or type event and the name of another`;
  return `Ask about ${about}${suchAs}    (/help for more, Ctrl-D to leave)`;
}
