import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../commands/parts/command.js';
import { PAGE_ACTION, pageButtons, pageNumber, position } from '../../commands/parts/pages.js';
import type { Button, Reply } from '../../commands/parts/reply.js';
import { createArchive } from '../../src/archive.js';
import { allPages } from '../../src/terminal/allPages.js';

const archive = await createArchive([{ id: 'a', text: 'A ferry sank off Port Brann.' }]);

function replyOf(headline: string, buttons: Button[], at?: string): Reply {
  return { tone: 'answer', lead: 'All of it:', sections: [{ headline }], position: at, buttons, private: false };
}

/** A command with one headline a page. */
function paged(...headlines: string[]) {
  const page = async (arg: string) => {
    const at = pageNumber(arg, headlines.length);
    return replyOf(headlines[at] ?? '', pageButtons(at, headlines.length), position(at, headlines.length));
  };
  return defineCommand({
    kind: 'slash',
    name: 'paged',
    description: 'One headline a page',
    options: {},
    run: () => page('0'),
    actions: { [PAGE_ACTION]: { place: 'here', run: ({ arg }) => page(arg) } },
  });
}

async function headlines(command: ReturnType<typeof paged>) {
  const { sections } = await allPages(command, [command], {}, archive);
  return sections.map(({ headline }) => headline);
}

describe('a reply with all its pages', () => {
  it('has the sections of each, in their order', async () => {
    expect(await headlines(paged('one', 'two', 'three'))).toEqual(['one', 'two', 'three']);
  });

  it('is the only page when there is one', async () => {
    expect(await headlines(paged('one'))).toEqual(['one']);
  });

  it('is one reply: what stands above once, no place in a whole, no button', async () => {
    const command = paged('one', 'two');
    const reply = await allPages(command, [command], {}, archive);
    expect(reply).toMatchObject({ tone: 'answer', lead: 'All of it:', buttons: [] });
    expect(reply.position).toBeUndefined();
  });

  it('leaves buttons for other things alone', async () => {
    const more = { label: 'More', action: 'more', arg: '1' };
    const other = { place: 'here', run: async () => replyOf('another matter', []) } as const;
    const command = { ...paged('one'), run: async () => replyOf('one', [more]), actions: { more: other } };
    expect(await headlines(command)).toEqual(['one']);
  });

  it('comes to an end though the buttons never do', async () => {
    const next = (arg: string) => [{ label: '▶', action: PAGE_ACTION, arg: String(Number(arg) + 1) }];
    const turn = { place: 'here', run: async ({ arg }: { arg: string }) => replyOf(arg, next(arg)) } as const;
    const command = { ...paged(), run: async () => replyOf('0', next('0')), actions: { [PAGE_ACTION]: turn } };
    expect((await headlines(command)).length).toBeGreaterThan(100);
  });
});
