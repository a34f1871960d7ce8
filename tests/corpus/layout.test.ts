import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLayout } from '../../src/corpus/layout.js';

/** Each block of a page: its part in the page, and what of it is running text. */
function read(lines: readonly string[], title?: string) {
  const text = lines.join('\n\n');
  const layout = readLayout(text, title);
  const blocks = layout.blocks.map(({ kind, content }) => [kind, text.slice(content.start, content.end).trim()]);
  return { ...layout, blocks };
}

const LEAD = 'The ferry sank off Ostrin at noon, and nobody was hurt.';
const NEXT = 'Divers reached the wreck in the evening.';

describe('readLayout', () => {
  it('tells text from headings and from what a page carries beside', () => {
    expect(read([LEAD, 'How the rescue went', NEXT, 'Share this']).blocks).toEqual([
      ['body', LEAD],
      ['heading', 'How the rescue went'],
      ['body', NEXT],
      ['furniture', 'Share this'],
    ]);
  });

  it('takes a headline that the page sets apart, marked or not', () => {
    expect(read(['Ferry sinks off Ostrin harbour', LEAD, NEXT]).headline).toBe('Ferry sinks off Ostrin harbour');
    expect(read(['# Ferry sinks', LEAD, NEXT]).headline).toBe('Ferry sinks');
    expect(read([LEAD, NEXT]).headline).toBeNull();
  });

  it.each([
    ['what a browser copies with it', ['Skip to main content', 'Menu', 'Sign in', 'Search']],
    ['the address of its page', ['https://herald.example/ferry']],
  ])('finds the headline below %s', (_what, above) => {
    const { headline, blocks } = read([...above, 'Ferry sinks off Ostrin harbour', LEAD, NEXT]);
    expect(headline).toBe('Ferry sinks off Ostrin harbour');
    expect(blocks.slice(0, above.length).map(([kind]) => kind)).toEqual(above.map(() => 'furniture'));
  });

  it.each([
    ['Ferry owner fined', ['By Tom Ash', '5 hours ago']],
    ['Ferry owner fined', ['Posted on 4 March 2031 by admin']],
    ['Ferry is raised and the owner says that he was told nothing', ['By Tom Ash and Mara Velling, in Ostrin']],
    ['Ferry owner fined', ['By: Tom Ash, shipping reporter']],
  ])('takes the line above a byline or a time for the headline: %s', (line, below) => {
    const text = [line, ...below, '', LEAD, NEXT].join('\n');
    const { headline, blocks } = readLayout(text);
    expect(headline).toBe(line);
    const bodies = blocks.filter(({ kind }) => kind === 'body').map(({ start, end }) => text.slice(start, end));
    expect(bodies).toEqual([LEAD, NEXT]);
  });

  it('keeps a standfirst between the headline and its byline', () => {
    const standfirst = 'He had let it sail without a captain';
    const { headline, blocks } = read(['Ferry owner fined', standfirst, 'By Tom Ash', LEAD, NEXT]);
    expect(headline).toBe('Ferry owner fined');
    expect(blocks[1]).toEqual(['body', standfirst]);
  });

  it('takes no sentence above a byline for a headline, and none of a text for a byline', () => {
    expect(read([LEAD, 'By Tom Ash', NEXT]).headline).toBeNull();
    expect(read(['Tom Ash', 'Originally published March 4, 2031', LEAD, NEXT]).headline).toBeNull();
    expect(read(['By Monday, all ferries stay in', LEAD, NEXT]).blocks[0]?.[0]).not.toBe('furniture');
    expect(read([LEAD, NEXT, NEXT, LEAD, NEXT, 'By noon', NEXT]).blocks[5]).toEqual(['heading', 'By noon']);
  });

  it('takes a numbered list below “Most read” for headlines of other articles, as far as it is numbered', () => {
    const list = ['Most read', '1 Bakers of Ostrin go on strike', '2 Ostrin wins the cup'];
    expect(read([LEAD, ...list, NEXT]).blocks.map(([kind]) => kind)).toEqual([
      'body',
      'furniture',
      'furniture',
      'furniture',
      'body',
    ]);
    const apart = ['Most read', '1', 'Bakers of Ostrin go on strike', '2', 'Ostrin wins the cup'];
    expect(read([LEAD, ...apart, NEXT]).blocks.filter(([kind]) => kind === 'body')).toHaveLength(2);
    expect(read([LEAD, 'Most read', '1 man was hurt.', NEXT]).blocks.filter(([kind]) => kind === 'body')).toHaveLength(
      3,
    );
    expect(
      read([LEAD, '1 Rope was cut.', '2 Lamps were lit.', NEXT]).blocks.filter(([kind]) => kind === 'body'),
    ).toHaveLength(4);
  });

  it('takes the title that the caller knows for no text, however its marks are written', () => {
    expect(read([LEAD, "Mayor thanks 'heroes' of Ostrin.", NEXT], 'Mayor thanks ‘heroes’ of Ostrin.').blocks).toEqual([
      ['body', LEAD],
      ['heading', "Mayor thanks 'heroes' of Ostrin."],
      ['body', NEXT],
    ]);
  });

  it('takes a line alone above a headline that stands twice for the site’s name', () => {
    const headline = 'Ferry sinks off Ostrin harbour';
    const { site, headline: found, blocks } = read(['Ostrin Herald', headline, headline, LEAD, NEXT]);
    expect([site, found]).toEqual(['Ostrin Herald', headline]);
    expect(blocks.filter(([kind]) => kind === 'body')).toEqual([
      ['body', LEAD],
      ['body', NEXT],
    ]);
  });

  it.each([
    ['4 March 2031', '2031-03-04'],
    ['Tuesday, March 4, 2031', '2031-03-04'],
    ['2031-03-04', '2031-03-04'],
    ['Tue 4 Mar 2031 10:05 GMT', '2031-03-04'],
  ])('takes the day that stands alone above the text for that of the page: %s', (line, day) => {
    for (const head of [
      [line],
      ['Ferry sinks off Ostrin harbour', line],
      ['Ferry sinks off Ostrin', 'The Herald', line],
    ]) {
      const { stamp, blocks } = read([...head, LEAD, NEXT]);
      expect(stamp).toBe(day);
      expect(blocks.filter(([kind]) => kind === 'body')).toEqual([
        ['body', LEAD],
        ['body', NEXT],
      ]);
    }
  });

  it.each([
    ['between its parts', [LEAD, '4 March 2031', NEXT]],
    ['as several do', ['4 March 2031', LEAD, '5 March 2031', NEXT]],
    ['at its end', [LEAD, NEXT, '4 March 2031']],
    ['with words beside it', ['Ostrin, 4 March 2031', LEAD, NEXT]],
    ['that is none', ['31 June 2031', LEAD, NEXT]],
  ])('takes no day of a page that stands %s', (_where, lines) => {
    expect(read(lines).stamp).toBeNull();
  });

  it('takes a long paragraph that stands twice for no headline', () => {
    const long = `Ferry sinks off Ostrin harbour${' while the crew looks on'.repeat(15)}`;
    expect(read([long, long, NEXT]).headline).toBeNull();
  });

  it('reads the header, the stamp, the dateline and the credit, and keeps them out of the text', () => {
    const page = read([
      ' date 2031-03-07 Ferry sinks off Ostrin harbour',
      'Published: 6 March 2031',
      `OSTRIN (AFP) - ${LEAD}`,
      'The wreck was reached in the evening. (Reuters)',
    ]);
    expect(page.header?.date).toBe('2031-03-07');
    expect(page.stamp).toBe('2031-03-06');
    expect(page.dateline).toMatchObject({ place: 'OSTRIN', agencies: ['AFP'] });
    expect(page.credits.map(({ agencies }) => agencies)).toEqual([['Reuters']]);
    expect(page.blocks.filter(([kind]) => kind === 'body')).toEqual([
      ['body', LEAD],
      ['body', 'The wreck was reached in the evening.'],
    ]);
  });

  it('leaves the marks of a list outside its entries', () => {
    expect(read([`- ${LEAD}`, `• ${NEXT}`, '-5 degrees were measured.']).blocks.map(([, line]) => line)).toEqual([
      LEAD,
      NEXT,
      '-5 degrees were measured.',
    ]);
  });

  it('takes a run of short lines for a list, not for headings', () => {
    const list = ['Rope', 'Lamps', 'Blankets', 'Life jackets', 'Tea'];
    expect(read([LEAD, ...list, NEXT]).blocks.map(([kind]) => kind)).toEqual([LEAD, ...list, NEXT].map(() => 'body'));
  });

  it('has text where a page is all headings', () => {
    expect(read(['# Ferry sinks off Ostrin', '## How the rescue went']).blocks.map(([kind]) => kind)).toEqual([
      'body',
      'body',
    ]);
  });

  it('gives disjoint blocks in order, with their running text inside', () => {
    const line = fc.constantFrom(
      ...[LEAD, NEXT, 'How the rescue went', 'Advertisement', '(AFP)', '# Ferry', 'OSTRIN, March 3: The', ''],
      ...[' date 2031-03-07 Ferry', 'MAYOR: Good evening.', 'Reuters', '“', ' — ', `${LEAD} (AFP)`],
    );
    const page = fc.oneof(
      fc.string(),
      fc.array(line).map((lines) => lines.join('\n')),
    );
    fc.assert(
      fc.property(page, (text) => {
        let end = 0;
        for (const block of readLayout(text).blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.content.start).toBeGreaterThanOrEqual(block.start);
          expect(block.content.end).toBeGreaterThanOrEqual(block.content.start);
          expect(block.content.end).toBeLessThanOrEqual(block.end);
          end = block.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
