import { z } from 'zod';
import type { Command } from './command.js';
import { readCommandFiles } from './commandFiles.js';

/** A file in the commands folder that is no command. */
export class CommandFileError extends Error {
  override readonly name = 'CommandFileError';
}

/** The border between a file anyone may add and the types the rest trusts. Names are as Discord accepts them. */
const COMMAND = z
  .object({
    kind: z.enum(['slash', 'message']),
    name: z.string().min(1).max(32),
    description: z.string().min(1).max(100),
    options: z.record(
      z.string().regex(/^[a-z][a-z_]{0,31}$/),
      z.object({ kind: z.enum(['text', 'flag', 'file', 'channel']), description: z.string().min(1).max(100) }),
    ),
    typed: z
      .string()
      .regex(/^[a-z][a-z-]*$/)
      .optional(),
    run: z.custom((value) => typeof value === 'function', 'must be a function'),
    rows: z.custom((value) => typeof value === 'function', 'must be a function').optional(),
    actions: z.record(z.string().regex(/^[a-z]{1,10}$/), z.object({ place: z.enum(['here', 'private']) })).optional(),
  })
  .refine(({ kind, name }) => kind === 'message' || /^[a-z][a-z-]*(?: [a-z][a-z-]*)?$/.test(name), {
    path: ['name'],
    error: 'must be lower case letters for a slash command, of one word or two',
  });

/**
 * Reads every command there is: each file straight in the commands folder is one, its default export.
 * @param folder another than the project's own
 * @returns by name
 * @throws CommandFileError for a file that is no command, and for two of one name
 */
export async function loadCommands(folder?: string): Promise<readonly Command[]> {
  const modules = await readCommandFiles(folder);
  const files = [...modules.keys()];
  const commands = [...modules].map(([name, module]) => commandIn(name, module));
  for (const [at, { name, kind }] of commands.entries()) {
    const first = commands.findIndex((other) => other.name === name && other.kind === kind);
    if (first !== at)
      throw new CommandFileError(`${files[first]} and ${files[at]} both declare the command “${name}”.`);
  }
  for (const { name } of commands) {
    const group = commands.find((other) => other.kind === 'slash' && other.name.startsWith(`${name} `));
    if (group)
      throw new CommandFileError(`“${name}” cannot be a command beside “${group.name}”, which stands under it.`);
  }
  return commands.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function commandIn(file: string, module: unknown): Command {
  const exported = typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
  const problem = COMMAND.safeParse(exported).error?.issues[0];
  if (problem) {
    const where = problem.path.length > 0 ? ` ${problem.path.join('.')}:` : '';
    throw new CommandFileError(`commands/${file} is no command:${where} ${problem.message}.`);
  }
  return exported as Command;
}
