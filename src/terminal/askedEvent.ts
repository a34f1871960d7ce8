import { noSuchEvent } from '../../commands/parts/eventOption.js';
import { type Archive, RequestError } from '../archive.js';
import type { OfferedCorpora } from '../discord/chosenCorpus.js';
import type { Completions } from './completion.js';

/** `event`, `/event harbour`: which event is asked, and which from now on. */
const CHOICE = /^(\/?)event(?:\s(.*))?$/i;

/** Which of several events a prompt asks. Where there is one, it asks that, and "event" is a word as any other. */
export class AskedEvent {
  readonly #corpora: OfferedCorpora | undefined;
  readonly #only: Archive;
  #name: string | null = null;

  constructor({ archive, corpora }: { readonly archive: Archive; readonly corpora?: OfferedCorpora | undefined }) {
    this.#only = archive;
    this.#corpora = corpora;
  }

  /** Names of the events there are; none where there is only one. */
  get events(): readonly string[] {
    return this.#corpora?.names ?? [];
  }

  get archive(): Archive {
    return this.#asked?.archive ?? this.#only;
  }

  /**
   * Takes a line that chooses an event.
   * @returns what to say; null for a line that does not, which is a question
   * @throws RequestError for an event that is not there
   */
  choose(line: string): string | null {
    const match = this.events.length > 0 ? CHOICE.exec(line.trim()) : null;
    if (!match) return null;
    const [, slash, name = ''] = match;
    if (name.trim() === '') return `Questions go to ${this.#asked?.name}. There are ${this.events.join(', ')}.`;
    const named = this.#corpora?.of(name);
    // Without a slash it may be a question: "event delayed by rain".
    if (!named && slash === '') return null;
    if (!named) throw new RequestError(noSuchEvent(name.trim(), this.events));
    this.#name = named.name;
    return `Questions go to ${named.name} from now on.`;
  }

  /** What may stand in place of the name that is typed; null for a line that chooses no event. */
  complete(typed: string): Completions | null {
    const match = this.events.length > 0 ? CHOICE.exec(typed) : null;
    if (!match || match[2] === undefined) return null;
    const begun = match[2].trimStart();
    return [this.events.filter((name) => name.toLowerCase().startsWith(begun.toLowerCase())), begun];
  }

  get #asked(): OfferedCorpora['first'] | undefined {
    return (this.#name === null ? null : this.#corpora?.of(this.#name)) ?? this.#corpora?.first;
  }
}
