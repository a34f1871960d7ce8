import { beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../commands/parts/command.js';
import { loadCommands } from '../../commands/parts/load.js';
import { type Archive, createArchive } from '../../src/archive.js';
import { complete } from '../../src/terminal/completion.js';

let commands: readonly Command[];
let archive: Archive;
beforeAll(async () => {
  commands = await loadCommands();
  archive = await createArchive(
    [
      {
        id: 'a',
        outlet: 'Port Brann Post',
        text: '"The ferry is safe," said Captain Olga Brandt on Monday. "We sail at noon," Olga Brandt added.',
      },
      { id: 'b', outlet: 'Island Times', text: '"The harbour stays open," said Mayor Omar Reyes on Monday.' },
    ],
    { reader: false },
  );
});
const completed = async (line: string) => complete(line, commands, archive);

describe('the Tab key', () => {
  it('completes the names of commands, and what the prompt itself takes', async () => {
    expect(await completed('/q')).toEqual([['/quit', '/quote '], '/q']);
    expect((await completed('/'))[0]).toContain('/timeline ');
    expect((await completed('/'))[0].filter((name) => name.startsWith('/help'))).toEqual(['/help']);
  });

  it('completes a speaker by any of their names', async () => {
    expect(await completed('/quote Olg')).toEqual([['Olga Brandt'], 'Olg']);
    expect(await completed('/quote rey')).toEqual([['Omar Reyes'], 'rey']);
  });

  it('completes sources, with quotation marks where dashes need them', async () => {
    expect(await completed('/ask what happened --source Port')).toEqual([['"Port Brann Post"'], 'Port']);
    expect(await completed('/quote Reyes source:isl')).toEqual([['Island Times'], 'isl']);
    expect((await completed('/ask what happened source:'))[0]).toEqual(
      expect.arrayContaining(['Port Brann Post', 'Island Times']),
    );
  });

  it('completes what one is about with the words of the speaker before it', async () => {
    const [topics] = await completed('/quote Olga Brandt --about ');
    expect(topics).toContain('ferry');
    expect(topics).not.toContain('harbour');
  });

  it('completes the names of options, but none that means nothing here', async () => {
    expect(await completed('/quote Olga --a')).toEqual([['--about '], '--a']);
    expect((await completed('/ask who --'))[0]).not.toContain('--private ');
  });

  it('leaves questions, unknown commands and unknown options alone', async () => {
    for (const line of ['who said', '', '/nope x', '/timeline ferry', '/ask who --after 20']) {
      expect((await completed(line))[0]).toEqual([]);
    }
  });
});
