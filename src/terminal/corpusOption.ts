import type { OptionValues } from 'commander';
import { noSuchEvent } from '../../commands/parts/eventOption.js';
import { RequestError } from '../archive.js';
import type { Config } from '../config.js';
import { findCorpora, type NamedCorpus } from '../corporaOnDisk.js';

/** What the command line names, and what is set. */
export interface CorpusNaming {
  /** With the values of `--corpus` and `--event`, where they were given. */
  readonly given: OptionValues;
  readonly config: Pick<Config, 'corpus' | 'corpora'>;
}

/** The events that are set, by name; none where one corpus is. */
export async function configuredEvents({ corpora }: Pick<Config, 'corpora'>): Promise<readonly NamedCorpus[]> {
  return corpora === null ? [] : (await findCorpora(corpora)).corpora;
}

/**
 * Where the articles are that a command of the command line is for: `--corpus`, else the event of `--event`, else what is set.
 * @param otherwise what to do with several events of which none was named: take the first, or ask for a name, as where something is changed
 * @throws RequestError for an event that is not there, and where one has to be named
 */
export async function corpusNamed(
  { given: { corpus, event }, config }: CorpusNaming,
  otherwise: 'first' | 'ask',
): Promise<string> {
  if (typeof corpus === 'string') {
    if (event === undefined) return corpus;
    throw new RequestError('--corpus and --event name a corpus each: leave one of them out.');
  }
  if (config.corpora === null) {
    if (event === undefined) return config.corpus;
    throw new RequestError('There is one corpus, and --event chooses among those of CORPORA, which is not set.');
  }
  const events = await configuredEvents(config);
  const [first, ...more] = events;
  const names = events.map(({ name }) => name);
  if (!first) throw new RequestError(`CORPORA is ${config.corpora.join(', ')}, and that matches nothing.`);
  if (event !== undefined) {
    const named = events.find(({ name }) => name.toLowerCase() === String(event).toLowerCase());
    if (named) return named.where;
    throw new RequestError(noSuchEvent(String(event), names));
  }
  if (otherwise === 'ask' && more.length > 0)
    throw new RequestError(`There are several events: say --event and one of ${names.join(', ')}.`);
  return first.where;
}
