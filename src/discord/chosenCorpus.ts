import { noSuchEvent } from '../../commands/parts/eventOption.js';
import type { ServerDefaults } from '../../commands/parts/serverDesk.js';
import { type Archive, RequestError } from '../archive.js';
import type { CorpusKeeper } from '../corpusKeeper.js';
import type { AskedIn, ServerBook } from '../serverBook.js';
import { withMinConfidence } from '../strictArchive.js';

/** What may be set for servers, and what holds where it is not. */
export interface ServerSetting {
  readonly book: ServerBook;
  readonly defaults: ServerDefaults;
}

/** A corpus as it is asked, and what changes it. */
export interface OfferedCorpus {
  readonly archive: Archive;
  /** Absent: nobody may change it. */
  readonly keeper?: CorpusKeeper | undefined;
}

/** Several corpora, each an event. */
export interface OfferedCorpora {
  /** None where there is only one to choose. */
  readonly names: readonly string[];
  readonly first: OfferedCorpus & { readonly name: string };
  of(name: string): (OfferedCorpus & { readonly name: string }) | null;
}

/** What one request is asked of. */
export interface ChosenCorpus extends OfferedCorpus {
  /** The event's name; null where there is only one. */
  readonly event: string | null;
  /** What its reply says of the choice, in few words; null where there is none. */
  readonly said: string | null;
}

/** Where a choice comes from: nothing, an option of the request, or the reply whose button was pressed. */
export type Wanted = { readonly by: 'nothing' } | { readonly by: 'option' | 'button'; readonly name: string };

export const NOTHING_WANTED: Wanted = { by: 'nothing' };

export interface ChoosingOptions extends OfferedCorpus {
  /** Absent: there is that one corpus. They are changed only where that one is. */
  readonly corpora?: OfferedCorpora | undefined;
  /** What is set for servers; absent: nothing is. */
  readonly servers?: ServerSetting | undefined;
}

/**
 * The one place that says which corpus a request is asked of: the event that it names, else its channel's, else its server's, else the first;
 * and how sure its answers have to be there.
 * @returns a function that throws RequestError for an event that is not there
 */
export function corpusChooser({ archive, keeper, corpora, servers }: ChoosingOptions) {
  const only: ChosenCorpus = { archive, keeper, event: null, said: null };
  const choose = (asker: AskedIn | undefined, wanted: Wanted): ChosenCorpus => {
    if (!corpora) return only;
    const { names, first } = corpora;
    const take = (held: typeof first, gone?: string): ChosenCorpus => {
      const chosen = { archive: held.archive, keeper: keeper && held.keeper };
      if (names.length === 0) return { ...chosen, event: null, said: null };
      const said = `Event: ${held.name}${gone ? ` (“${gone}” is not here any more)` : ''}`;
      return { ...chosen, event: held.name, said };
    };
    if (wanted.by !== 'nothing') {
      const named = corpora.of(wanted.name);
      if (named) return take(named);
      throw new RequestError(
        wanted.by === 'option'
          ? noSuchEvent(wanted.name, names.length > 0 ? names : [first.name])
          : `The event that this is from, “${wanted.name}”, is not here any more.`,
      );
    }
    const bound = (asker && servers?.book.eventFor(asker)) ?? null;
    if (bound === null) return take(first);
    const named = corpora.of(bound);
    return named ? take(named) : take(first, bound);
  };
  return (asker: AskedIn | undefined, wanted: Wanted): ChosenCorpus => {
    const chosen = choose(asker, wanted);
    const minConfidence = servers?.book.of(asker?.server ?? null).minConfidence ?? null;
    return minConfidence === null ? chosen : { ...chosen, archive: withMinConfidence(chosen.archive, minConfidence) };
  };
}
