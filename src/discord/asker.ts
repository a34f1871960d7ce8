import { type Command, type Feedback, forEverybody, type Options, type Request } from '../../commands/parts/command.js';
import { type Archive, RequestError } from '../archive.js';
import type { CorpusKeeper } from '../corpusKeeper.js';
import type { FeedbackBook } from '../feeding/feedbackBook.js';

/** Who asks, and where. Ids alone, and kept in memory no longer than a limit needs them. */
export interface Asker {
  readonly user: string;
  /** Null in direct messages. */
  readonly server: string | null;
  /** The channel, and the one that it is a thread of. */
  readonly channels: readonly string[];
  /** The server that they may manage and ask in; null: none. */
  readonly managerOf: string | null;
  /** Tells their press of a message's button from others'; null: none. Never kept. */
  readonly pressKey: string | null;
}

/** What there is to ask, and what changes it. */
export interface Askable {
  readonly archive: Archive;
  readonly commands: readonly Command[];
  readonly keeper?: CorpusKeeper | undefined;
}

/** Whether somebody may change the articles. @param asker undefined: nobody in particular, who has no rights */
export function mayManage(asker: Asker | undefined, { keeper }: Pick<Askable, 'keeper'>): boolean {
  const managerOf = asker?.managerOf ?? null;
  return keeper !== undefined && managerOf !== null && keeper.isManagedFrom(managerOf);
}

/** @throws RequestError when a command is for managers, and it is none who asks */
export function checkMayAsk(command: Command, asker: Asker | undefined, askable: Pick<Askable, 'keeper'>): void {
  if (!command.forManagers || mayManage(asker, askable)) return;
  throw new RequestError(
    (asker?.managerOf ?? null) === null
      ? 'That is for members who have the permission “Manage Server”.'
      : 'The articles are not looked after from this server.',
  );
}

/** What each command gets beside its options; who may not manage sees nothing of what managers do. */
export function requestOf(asker: Asker | undefined, askable: Askable): Omit<Request<Options>, 'options'> {
  const { archive, commands, keeper } = askable;
  const feedback = keeper?.feedback ? feedbackOf(keeper.feedback, asker) : undefined;
  const known = { archive, kept: keeper?.whatIsKept, feedback };
  return mayManage(asker, askable) ? { ...known, commands, keeper } : { ...known, commands: forEverybody(commands) };
}

/** One who cannot be told from others is not counted. */
function feedbackOf(book: FeedbackBook, asker: Asker | undefined): Feedback {
  const pressKey = asker?.pressKey ?? null;
  return { give: async (article, isAnswer) => pressKey !== null && book.give(article, isAnswer, pressKey) };
}
