import { type Command, type Feedback, forEverybody, type Options, type Request } from '../../commands/parts/command.js';
import { type Archive, RequestError } from '../archive.js';
import type { CorpusKeeper } from '../corpusKeeper.js';
import type { FeedbackBook } from '../feeding/feedbackBook.js';

/** Who asks, as far as it matters. */
export interface Asker {
  /** The server that they may manage and ask in; null: none. */
  readonly managerOf: string | null;
  /** Tells their press of a message's button from others'; null: none. Never kept. */
  readonly pressKey: string | null;
}

/** Somebody with no rights. */
export const ANYBODY: Asker = { managerOf: null, pressKey: null };

/** What there is to ask, and what changes it. */
export interface Askable {
  readonly archive: Archive;
  readonly commands: readonly Command[];
  readonly keeper?: CorpusKeeper | undefined;
}

/** Whether somebody may change the articles. */
export function mayManage({ managerOf }: Asker, { keeper }: Pick<Askable, 'keeper'>): boolean {
  return keeper !== undefined && managerOf !== null && keeper.isManagedFrom(managerOf);
}

/** @throws RequestError when a command is for managers, and it is none who asks */
export function checkMayAsk(command: Command, asker: Asker, askable: Pick<Askable, 'keeper'>): void {
  if (!command.forManagers || mayManage(asker, askable)) return;
  throw new RequestError(
    asker.managerOf === null
      ? 'That is for members who have the permission “Manage Server”.'
      : 'The articles are not looked after from this server.',
  );
}

/** What each command gets beside its options; who may not manage sees nothing of what managers do. */
export function requestOf(asker: Asker, askable: Askable): Omit<Request<Options>, 'options'> {
  const { archive, commands, keeper } = askable;
  const feedback = keeper?.feedback ? feedbackOf(keeper.feedback, asker) : undefined;
  const known = { archive, kept: keeper?.whatIsKept, feedback };
  return mayManage(asker, askable) ? { ...known, commands, keeper } : { ...known, commands: forEverybody(commands) };
}

/** One who cannot be told from others is not counted. */
function feedbackOf(book: FeedbackBook, { pressKey }: Asker): Feedback {
  return { give: async (article, isAnswer) => pressKey !== null && book.give(article, isAnswer, pressKey) };
}
