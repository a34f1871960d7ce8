import { describe, expect, it } from 'vitest';
import type { Reply, Section } from '../../commands/parts/reply.js';
import { replyAsText, sectionAsText } from '../../src/terminal/drawing.js';
import { ANSI, PLAIN } from '../../src/terminal/style.js';

const SECTION: Section = {
  headline: 'Minister meets leader',
  url: 'https://news.example/1',
  quotation: { text: 'The minister met\nthe leader.', emphasis: [[4, 12]] },
  citations: ['AFP · 20 October 2023', '000, paragraph 1'],
  notes: ['“Thursday” = 19 October 2023'],
};
const REPLY: Reply = { tone: 'answer', sections: [], buttons: [], private: false };

describe('a section in the terminal', () => {
  it('is the headline with words, source, address and notes under it', () => {
    expect(sectionAsText(SECTION, PLAIN)).toBe(
      [
        'Minister meets leader',
        '  The minister met the leader.',
        '  AFP · 20 October 2023',
        '  000, paragraph 1',
        '  https://news.example/1',
        '  “Thursday” = 19 October 2023',
      ].join('\n'),
    );
  });

  it('has what matched in bold on a terminal', () => {
    expect(sectionAsText(SECTION, ANSI)).toContain('The \u001b[1mminister\u001b[22m met');
  });

  it('lets no part of an article drive the terminal', () => {
    const evil = '\u001b[2J\u009b31m\u0007';
    const drawn = sectionAsText(
      { headline: evil, url: evil, quotation: { text: evil, emphasis: [[0, 2]] }, citations: [evil], notes: [evil] },
      PLAIN,
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be gone
    expect(drawn.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });

  it('is broken at words on a screen: a quotation under itself, the rest further in', () => {
    expect(sectionAsText(SECTION, { ...PLAIN, width: 18 })).toBe(
      [
        'Minister meets',
        '  leader',
        '  The minister met',
        '  the leader.',
        '  AFP · 20',
        '    October 2023',
        '  000, paragraph',
        '    1',
        '  https://news.example/1',
        '  “Thursday” =',
        '    19 October',
        '    2023',
      ].join('\n'),
    );
  });

  it('without a headline stands at the margin', () => {
    expect(sectionAsText({ citations: ['one', 'two'] }, PLAIN)).toBe('one\ntwo');
  });
});

describe('a reply in the terminal', () => {
  it('is its lead, its sections and where in the whole they are, with a line between', () => {
    const sections = [{ headline: 'A' }, { headline: 'B' }];
    expect(replyAsText({ ...REPLY, lead: 'Two lines:', sections, position: '1 of 5' }, PLAIN)).toBe(
      'Two lines:\n\nA\n\nB\n\n1 of 5',
    );
  });

  it('says in words what a picture shows when there is nothing else', () => {
    const picture = { name: 'a.png', png: new Uint8Array(), alt: 'Three days in a row.' };
    expect(replyAsText({ ...REPLY, picture }, PLAIN)).toBe('Three days in a row.');
    expect(replyAsText({ ...REPLY, picture, sections: [{ headline: 'A' }] }, PLAIN)).toBe('A');
  });
});
