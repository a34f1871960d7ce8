import type { Command, Feedback, Options, Request } from '../../commands/parts/command.js';
import { withEvents } from '../../commands/parts/eventOption.js';
import type { ServerDesk } from '../../commands/parts/serverDesk.js';
import { RequestError } from '../archive.js';
import type { FeedbackBook } from '../feeding/feedbackBook.js';
import type { AskedIn } from '../serverBook.js';
import type { OfferedCorpus, ServerSetting } from './chosenCorpus.js';
import { codeOf } from './errors.js';

/** Who asks, and where. Ids alone, and kept in memory no longer than a limit needs them. */
export interface Asker extends AskedIn {
  readonly user: string;
  /** The server that they may manage and ask in; null: none. */
  readonly managerOf: string | null;
  /** Tells their press of a message's button from others'; null: none. Never kept. */
  readonly pressKey: string | null;
}

/** What there is to ask, what changes it, and what else may be chosen. */
export interface Askable extends OfferedCorpus {
  readonly commands: readonly Command[];
  /** Names of the events there are; none where there is only one. */
  readonly events: readonly string[];
  /** What is set for servers; absent: nothing is. */
  readonly servers?: ServerSetting | undefined;
}

/** Whether somebody may change the articles. @param asker undefined: nobody in particular, who has no rights */
export function mayManage(asker: Asker | undefined, { keeper }: Pick<Askable, 'keeper'>): boolean {
  const managerOf = asker?.managerOf ?? null;
  return keeper !== undefined && managerOf !== null && keeper.isManagedFrom(managerOf);
}

/** Whether somebody may ask a command. */
export function mayAsk(command: Command, asker: Asker | undefined, askable: Pick<Askable, 'keeper'>): boolean {
  if (!command.forManagers) return true;
  return command.forManagers === 'ofServer' ? (asker?.managerOf ?? null) !== null : mayManage(asker, askable);
}

/** @throws RequestError when a command is for managers, and it is none who asks */
export function checkMayAsk(command: Command, asker: Asker | undefined, askable: Pick<Askable, 'keeper'>): void {
  if (mayAsk(command, asker, askable)) return;
  throw new RequestError(
    (asker?.managerOf ?? null) === null
      ? 'That is for members who have the permission “Manage Server”.'
      : 'The articles are not looked after from this server.',
  );
}

/** What each command gets beside its options; who may not manage sees nothing of what managers do. */
export function requestOf(asker: Asker | undefined, askable: Askable): Omit<Request<Options>, 'options'> {
  const { archive, keeper, events } = askable;
  const feedback = keeper?.feedback ? feedbackOf(keeper.feedback, asker) : undefined;
  const commands = withEvents(askable.commands, events).filter((command) => mayAsk(command, asker, askable));
  const server = asker && askable.servers ? deskOf(asker, askable.servers) : undefined;
  const known = { archive, events, commands, server, kept: keeper?.whatIsKept, feedback };
  return mayManage(asker, askable) ? { ...known, keeper } : known;
}

/** What a manager of a server may set for it; undefined for anybody else. */
function deskOf({ managerOf, channels }: Asker, { book, defaults }: ServerSetting): ServerDesk | undefined {
  if (managerOf === null) return undefined;
  return {
    settings: book.of(managerOf),
    defaults,
    channel: channels[0] ?? null,
    async change(make) {
      try {
        await book.change(managerOf, make);
      } catch (error) {
        if (error instanceof RequestError) throw error;
        throw new RequestError(`That could not be kept, so nothing has changed (${codeOf(error) ?? 'unknown'}).`);
      }
      return book.of(managerOf);
    },
  };
}

/** One who cannot be told from others is not counted. */
function feedbackOf(book: FeedbackBook, asker: Asker | undefined): Feedback {
  const pressKey = asker?.pressKey ?? null;
  return { give: async (article, isAnswer) => pressKey !== null && book.give(article, isAnswer, pressKey) };
}
