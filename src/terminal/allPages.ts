import type { Command, Options, Values } from '../../commands/parts/command.js';
import { PAGE_ACTION } from '../../commands/parts/pages.js';
import type { Reply, Section } from '../../commands/parts/reply.js';
import type { Archive } from '../archive.js';

/** A paper of more pages than this is read with `--json`; it also bounds the loop. */
const MAX_PAGES = 1_000;

/** Runs a command and turns all its pages: the whole of what it has to say, as one reply without buttons. */
export async function allPages(
  command: Command,
  commands: readonly Command[],
  values: Values<Options>,
  archive: Archive,
): Promise<Reply> {
  const request = { options: values, archive, commands };
  const first = await command.run(request);
  const turn = command.actions?.[PAGE_ACTION];
  const sections: Section[] = [...first.sections];
  let reply = first;
  for (let page = 1; page < MAX_PAGES && turn; page += 1) {
    const next = reply.buttons.find(
      ({ action, arg, disabled }) => action === PAGE_ACTION && arg === String(page) && !disabled,
    );
    if (!next) break;
    reply = await turn.run({ ...request, arg: next.arg });
    sections.push(...reply.sections);
  }
  return { ...first, sections, position: undefined, buttons: [] };
}
