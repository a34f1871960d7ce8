import { beforeAll, describe, expect, it } from 'vitest';
import command from '../../commands/quote.js';
import { type Archive, createArchive } from '../../src/archive.js';
import { ask, boldIn, openSeeds, press, textOf } from './asking.js';

const NOTHING_ELSE = { about: undefined, source: undefined, private: false };

let archive: Archive;
beforeAll(async () => {
  archive = await openSeeds();
});

/** All pages of a request. */
async function everything(options: { speaker: string } & typeof NOTHING_ELSE) {
  const pages = [await ask(command, archive, options)];
  for (let page = pages[0]; page?.buttons.some(({ label, disabled }) => label === '▶' && !disabled); ) {
    page = await press(command, archive, options, page, '▶');
    pages.push(page);
  }
  return pages;
}

describe('/quote', () => {
  it('shows what somebody said, the words in bold, with whom a pronoun means', async () => {
    const pages = await everything({ ...NOTHING_ELSE, speaker: 'Lavrov' });
    const sections = pages.flatMap((page) => page.sections);
    const said = sections.find((section) => boldIn(section)[0] === 'We oppose this unconstructive and dangerous line');
    expect(said?.notes).toContain('“he” = Sergei Lavrov');
    expect(said?.citations?.[0]).toBe('AFP · 20 October 2023');
  });

  it('shows a statement once, with all its sources, and its translations beside it', async () => {
    const pages = await everything({ ...NOTHING_ELSE, speaker: 'Lavrov' });
    const sections = pages.flatMap((page) => page.sections);
    const oppose = sections.findIndex((section) => boldIn(section)[0]?.startsWith('We oppose'));
    expect(sections[oppose]?.notes?.join('\n')).toContain(
      '“Russian Foreign Minister Sergei Lavrov on…”, 19 October 2023',
    );
    const others = sections.slice(oppose + 1).filter(({ headline }) => headline === 'The same in other words');
    expect(others.map(boldIn)).toContainEqual(['We reject this unproductive and dangerous trend']);
    expect(sections.filter((section) => boldIn(section)[0]?.startsWith('We oppose'))).toHaveLength(1);
  });

  it('puts first what it is about', async () => {
    const reply = await ask(command, archive, { ...NOTHING_ELSE, speaker: 'Lavrov', about: 'nuclear' });
    expect(boldIn(reply.sections[0] ?? {}).join(' ')).toMatch(/nuclear (elements|components)/);
  });

  it('shows two statements of one sentence by that sentence once, both in bold', async () => {
    const pages = await everything({ ...NOTHING_ELSE, speaker: 'Lavrov' });
    const texts = pages.flatMap((page) => page.sections.map(({ quotation }) => quotation?.text ?? ''));
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
    const both = pages.flatMap((page) => page.sections).find((section) => boldIn(section)[0]?.startsWith('We oppose'));
    expect(boldIn(both ?? {})).toEqual([
      'We oppose this unconstructive and dangerous line',
      'that the United States was placing "strategic infrastructure, including nuclear elements", in the region',
    ]);
  });

  it('counts those who speak together one by one, each once', async () => {
    const together = await createArchive([
      {
        id: 'bridge',
        title: 'The bridge',
        text: [
          'Ana Lopez and Tom Hall said in a joint statement that the bridge was closed.',
          '"It will open in May," Lopez said. "Nobody has to wait longer than that."',
        ].join('\n\n'),
      },
    ]);
    const reply = await ask(command, together, { ...NOTHING_ELSE, speaker: 'Lopez' });
    expect(reply.lead).toBe('3 statements by Ana Lopez and Tom Hall, in 2 passages:');
    expect(reply.sections.map(({ quotation }) => quotation?.text)).toContain(
      '"It will open in May," Lopez said. "Nobody has to wait longer than that."',
    );
    expect(reply.sections).toHaveLength(2);
  });

  it('tells somebody who is only mentioned from somebody who is quoted, and leads to the lines', async () => {
    const options = { ...NOTHING_ELSE, speaker: 'Putin' };
    const reply = await ask(command, archive, options);
    expect(reply.lead).toMatch(
      /^There are no words of “Putin” in these articles\. The name is mentioned in \d+ lines\.$/,
    );
    const lines = await press(command, archive, options, reply, 'Show the lines');
    expect(lines.lead).toContain('not their words');
    expect(lines.sections.every((section) => boldIn(section).includes('Putin'))).toBe(true);
    const more = await press(command, archive, options, lines, '▶');
    expect(textOf(more)).not.toBe(textOf(lines));
  });

  it('takes a capital at the beginning of a sentence for no name', async () => {
    const text = 'Nobody was hurt. "Nobody saw it," Tom Hall said. The mayor, Ana Lopez, was there. Strand was not.';
    const small = await createArchive([{ id: 'fire', title: 'The fire', text }]);
    const lead = async (speaker: string) => (await ask(command, small, { ...NOTHING_ELSE, speaker })).lead;
    expect(await lead('nobody')).toContain('It is the first word of 2 sentences, where it may be no name.');
    expect(await lead('Lopez')).toContain('The name is mentioned in 1 line.');
    expect(await lead('Strand')).toContain('It is the first word of 1 sentence, where it may be no name.');
  });

  it('says so when nobody is called that', async () => {
    const reply = await ask(command, archive, { ...NOTHING_ELSE, speaker: 'Angela Merkel' });
    expect(reply.lead).toContain('no words of “Angela Merkel”');
    expect(reply.buttons).toEqual([]);
  });
});
