import type { Command, Options, Values } from '../../commands/parts/command.js';
import { PAGE_ACTION } from '../../commands/parts/pages.js';
import type { Reply } from '../../commands/parts/reply.js';
import type { Archive } from '../archive.js';

/** A paper of more pages than this is read with `--json`; it also bounds the loop. */
const MAX_PAGES = 1_000;

/** Runs a command and turns its pages: each as a reply, at least one. */
export async function turnPages(
  command: Command,
  commands: readonly Command[],
  values: Values<Options>,
  archive: Archive,
): Promise<readonly [Reply, ...Reply[]]> {
  const request = { options: values, archive, commands };
  const first = await command.run(request);
  const turn = command.actions?.[PAGE_ACTION];
  const pages: [Reply, ...Reply[]] = [first];
  let reply = first;
  for (let page = 1; page < MAX_PAGES && turn; page += 1) {
    const next = reply.buttons.find(
      ({ action, arg, disabled }) => action === PAGE_ACTION && arg === String(page) && !disabled,
    );
    if (!next) break;
    reply = await turn.run({ ...request, arg: next.arg });
    pages.push(reply);
  }
  return pages;
}

/** Several pages as one reply without buttons: the whole of what a command has to say. */
export function joinPages(pages: readonly [Reply, ...Reply[]]): Reply {
  const [first] = pages;
  return { ...first, sections: pages.flatMap(({ sections }) => sections), position: undefined, buttons: [] };
}

/** Runs a command and turns all its pages. */
export async function allPages(...asked: Parameters<typeof turnPages>): Promise<Reply> {
  return joinPages(await turnPages(...asked));
}
