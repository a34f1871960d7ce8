import { relative } from 'node:path';
import { loadKnowledge } from './archive.js';
import { archiveOptions, type Config } from './config.js';
import { Corpora, type HeldCorpus } from './corpora.js';
import type { NamedCorpus } from './corporaOnDisk.js';
import { ExtractionThread } from './corpus/readers/extraction/extractionThread.js';
import { type LiveArchive, type LiveOptions, openLiveArchive } from './liveArchive.js';
import { isDatabaseAddress, shownCorpus } from './search/postgres/address.js';
import { describeCorpus, describeProblems } from './terminal/corpusSummary.js';
import type { TerminalLog } from './terminal/log.js';
import { type Progress, showOpening } from './terminal/progress.js';
import { tame } from './terminal/style.js';
import { feedsOf, keeperOf } from './upkeep.js';

/** As many problems as fit a screen; `dateline doctor` lists them all. */
const SHOWN_PROBLEMS = 20;

/** What the opening of corpora is told to, and ended by. */
export interface OpeningTools {
  readonly log: TerminalLog;
  /** Says something to the person who starts it. */
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
  /** Where how far it is is drawn; null: nowhere. */
  readonly progress: Progress | null;
}

/** Opens what is set, and says what is in it and what its owner should look at. @throws Error when nothing of it can be read */
export async function openCorpora(config: Config, tools: OpeningTools): Promise<Corpora> {
  if (config.corpora === null) return Corpora.ofOne(await hold(config, { name: '', where: config.corpus }, tools, {}));
  const { log, say } = tools;
  let isStarted = false;
  // What comes later is news, and must not be drawn over what somebody types.
  const opening = (): OpeningTools => (isStarted ? { ...tools, say: (line) => log.info(line), progress: null } : tools);
  const shared = { sharedKnowledge: await loadKnowledge(null), sharedExtraction: new ExtractionThread() };
  const corpora = await Corpora.open({
    patterns: config.corpora,
    open: (corpus) => hold(config, corpus, opening(), shared),
    onFault: (sentence) => log.warn(tame(sentence)),
    onGone: (name) => log.info(tame(`The event ${name} is gone.`)),
  });
  isStarted = true;
  const { names } = corpora;
  if (names.length > 0)
    say(`${names.length} events: ${tame(names.join(', '))}. Where none is chosen, the first answers.`);
  return corpora;
}

async function hold(
  config: Config,
  corpus: NamedCorpus,
  tools: OpeningTools,
  shared: Pick<LiveOptions, 'sharedKnowledge' | 'sharedExtraction'>,
): Promise<HeldCorpus> {
  const archive = await openCorpus(config, corpus, tools, shared);
  const keeper = await keeperOf(config, corpus.where, archive, tools.log);
  return { ...corpus, archive, keeper, feeds: feedsOf(config, corpus.where, keeper, tools.log) };
}

async function openCorpus(
  config: Config,
  { name, where }: NamedCorpus,
  { log, say, signal, progress }: OpeningTools,
  shared: Pick<LiveOptions, 'sharedKnowledge' | 'sharedExtraction'>,
): Promise<LiveArchive> {
  const of = name === '' ? '' : tame(`${name}: `);
  const archive = await openLiveArchive(where, {
    ...archiveOptions(config),
    ...shared,
    log,
    signal,
    onProgress: progress ? showOpening(progress) : undefined,
    onReload: ({ articles }, news) => {
      log.info(`${of}The articles were read again: ${articles} by now.`);
      for (const problem of describeProblems(news.slice(0, SHOWN_PROBLEMS))) log.warn(`${of}${problem}`);
    },
    onFault: (error) =>
      log.warn(`${of}The articles stay as they were: ${error instanceof Error ? error.message : error}`),
  }).finally(() => progress?.end());
  const below = isDatabaseAddress(where) ? '..' : relative('', where);
  const place = tame(below.startsWith('..') ? shownCorpus(where) : below);
  say(`Dateline reads ${place}: ${describeCorpus(archive.size, await archive.catalogue())}`);
  const problems = describeProblems(archive.problems);
  if (problems.length > 0) say('What to look at in it:');
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) say(`- ${problem}`);
  if (problems.length > SHOWN_PROBLEMS)
    say(`- and ${problems.length - SHOWN_PROBLEMS} more, which "dateline doctor" lists`);
  return archive;
}
