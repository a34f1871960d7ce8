import type { Config } from './config.js';
import { CorpusKeeper } from './corpusKeeper.js';
import { FeedbackBook } from './feeding/feedbackBook.js';
import { FeedMemory } from './feeding/feedMemory.js';
import { GapBook } from './feeding/gapBook.js';
import { whyFixed } from './feeding/shipped.js';
import { FeedWatch } from './feedWatch.js';
import type { LiveArchive } from './liveArchive.js';
import { loadWordVectors } from './search/meaning/wordVectors.js';
import type { TerminalLog } from './terminal/log.js';

/** What looks after the corpus for those who may do so from Discord. */
export async function keeperOf(
  { allowFetch, keeping }: Config,
  corpus: string,
  archive: LiveArchive,
  log: TerminalLog,
): Promise<CorpusKeeper> {
  const { servers, feeds, gaps, feedback } = keeping;
  const fixed = gaps || feedback ? await whyFixed(corpus) : null;
  if (fixed !== null) log.warn(`Nothing of what is asked is kept. ${fixed}`);
  return new CorpusKeeper({
    archive,
    corpus,
    allowFetch,
    servers: servers && new Set(servers),
    feeds,
    gaps: gaps && fixed === null ? new GapBook(corpus) : null,
    feedback: feedback && fixed === null ? new FeedbackBook(corpus) : null,
    log: (sentence) => log.info(sentence),
  });
}

/** What asks the feeds that are set for a corpus; null when none are. */
export function feedsOf({ keeping }: Config, corpus: string, keeper: CorpusKeeper, log: TerminalLog): FeedWatch | null {
  const { feeds: addresses, feedsEveryMinutes: everyMinutes } = keeping;
  if (addresses.length === 0) return null;
  return new FeedWatch({
    addresses,
    everyMinutes,
    keeper,
    memory: new FeedMemory(corpus),
    loadVectors: async () => (await loadWordVectors()).vectors,
    log,
  });
}
