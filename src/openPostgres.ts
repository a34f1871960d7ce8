import type { Article } from './corpus/article.js';
import { type PartArchive, PostgresArchive } from './postgresArchive.js';
import { NO_LOG, openScorers, type ScorerOptions } from './scorers.js';
import { type LoadedKnowledge, loadKnowledge } from './search/knowledge.js';
import type { ScorerLog } from './search/meaning/restingScorer.js';
import { openReplicated } from './search/postgres/replica.js';

/** What of an archive's options a database wants to know. */
interface PostgresOptions extends ScorerOptions {
  readonly minConfidence?: number | undefined;
  readonly log?: ScorerLog | undefined;
  readonly knowledge?: LoadedKnowledge | undefined;
  readonly replica?: string | null | undefined;
}

/** Opens some articles in memory, to be asked without a reader. */
type HoldInMemory = (
  articles: readonly Article[],
  knowledge: LoadedKnowledge,
  options: PostgresOptions & { readonly reader: false },
) => PartArchive;

/** @throws DatabaseError when the database cannot be asked, or has no articles */
export async function openPostgres(
  address: string,
  options: PostgresOptions,
  hold: HoldInMemory,
): Promise<PostgresArchive> {
  const { log = NO_LOG, minConfidence, replica = null } = options;
  const knowledge = options.knowledge ?? (await loadKnowledge(null));
  const { scorers, builtIn } = openScorers(options, log);
  const database = openReplicated(address, replica, (error) => log.warn(error.message));
  try {
    return await PostgresArchive.open(database, {
      minConfidence,
      knowledge,
      scorers,
      log,
      openPart: (articles) => hold(articles, knowledge, { log, minConfidence, reader: false }),
      readAhead: async () => {
        await builtIn?.start();
      },
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}
