import type { Command, Options, Values } from '../../commands/parts/command.js';
import type { Reply, Section } from '../../commands/parts/reply.js';
import { type Archive, openArchive } from '../../src/archive.js';

/** The four articles, opened once a test file. */
export function openSeeds(): Promise<Archive> {
  return openArchive('seeds');
}

/** Runs a command as a way in does. */
export function ask<O extends Options>(command: Command<O>, archive: Archive, options: Values<O>): Promise<Reply> {
  return command.run({ archive, options, commands: [command] });
}

/** Presses a button of a reply. @throws Error when the reply has no such button, or it is grey */
export async function press<O extends Options>(
  command: Command<O>,
  archive: Archive,
  options: Values<O>,
  reply: Reply,
  label: string,
): Promise<Reply> {
  const button = reply.buttons.find((one) => one.label === label);
  const action = button && command.actions?.[button.action];
  if (!button || button.disabled || !action) throw new Error(`no button “${label}” to press`);
  return action.run({ archive, options, commands: [command], arg: button.arg });
}

/** Everything a reader reads, in its order. */
export function textOf({ lead, sections, position }: Reply): string {
  return [lead, ...sections.map(sectionText), position].filter(Boolean).join('\n');
}

function sectionText({ headline, quotation, citations = [], notes = [] }: Section): string {
  return [headline, quotation?.text, ...citations, ...notes].filter(Boolean).join('\n');
}

/** What a section draws in bold. */
export function boldIn({ quotation }: Section): string[] {
  return quotation?.emphasis.map(([start, end]) => quotation.text.slice(start, end)) ?? [];
}
