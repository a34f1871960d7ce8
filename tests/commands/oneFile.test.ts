import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../commands/parts/command.js';
import { loadCommands } from '../../commands/parts/load.js';
import { createArchive } from '../../src/archive.js';
import { drawReply } from '../../src/discord/draw.js';
import { allPages } from '../../src/terminal/allPages.js';
import { typedName, usage } from '../../src/terminal/line.js';
import { converse } from '../../src/terminal/prompt.js';
import { PLAIN } from '../../src/terminal/style.js';

const archive = await createArchive([
  { id: 'a', title: 'Lander reaches the Moon', text: 'The lander reached the Moon on Thursday.' },
  { id: 'b', title: 'Ferry sinks', text: 'A ferry sank off Norway.' },
]);
const commands = await loadCommands('tests/commands/oneFile');
const all = [...(await loadCommands()), ...commands];
const command = commands[0] as Command;
const request = { options: {}, archive, commands: all };

describe('a command that is one new file', () => {
  it('is loaded, and listed by /help', async () => {
    expect(commands.map(({ name }) => name)).toEqual(['longest-title']);
    const help = await all.find(({ name }) => name === 'help')?.run({ options: {}, archive, commands: all });
    expect(help?.sections.map(({ headline }) => headline)).toContain('/longest-title [word]');
  });

  it('is drawn on Discord, with buttons that find their way back', async () => {
    const drawn = drawReply(await command.run(request), command, {});
    expect(drawn.embeds[0]?.description).toContain('Lander reaches the Moon');
    expect(drawn.components[0]?.components.map(({ custom_id }) => custom_id.split('|')[0])).toEqual([
      'longest-title',
      'longest-title',
    ]);
  });

  it('is typed at the prompt, and leafed through there', async () => {
    const output = new PassThrough();
    const said = text(output);
    const input = Readable.from(['/longest --word e\n2\n']);
    const signal = new AbortController().signal;
    await converse({ archive, commands: all, input, output, interactive: false, style: PLAIN, signal });
    output.end();
    expect(await said).toMatch(/Lander reaches the Moon[\s\S]*Type 2 for the next\.[\s\S]*Ferry sinks/);
  });

  it('has its name, its options, its rows and its limit on the command line', async () => {
    expect(typedName(command)).toBe('longest');
    expect(usage(command)).toBe('/longest [word]');
    expect(command.limited).toBe(true);
    expect(await command.rows?.({ ...request, limit: 1 })).toEqual({ rows: ['Lander reaches the Moon'], found: true });
    expect((await allPages(command, all, {}, archive)).sections).toHaveLength(2);
  });
});
