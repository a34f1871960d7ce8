import { describe, expect, it } from 'vitest';
import { readLabelledHead } from '../../src/corpus/labelledHead.js';

const LEAD = 'The ferry sank off Ostrin at noon.';

describe('readLabelledHead', () => {
  it('reads title, outlet, day, address and agencies, by whichever of their names', () => {
    const head =
      'Title: Ferry sinks: a chronicle\nSource: The Ostrin Herald\nDate: 4 March 2031\nAuthor: Mara Velling\n';
    const text = `${head}URL: https://herald.example/ferry\nAgency: AFP, Reuters\n\n${LEAD}`;
    const found = readLabelledHead(text);
    expect(found).toMatchObject({
      fields: {
        title: 'Ferry sinks: a chronicle',
        outlet: 'The Ostrin Herald',
        published: '2031-03-04',
        url: 'https://herald.example/ferry',
        agencies: ['AFP', ' Reuters'],
      },
      note: null,
    });
    expect(text.slice(found?.end).trim()).toBe(LEAD);
  });

  it.each([
    'HEADLINE: Ferry sinks\r\nPublisher : The Herald\r\n',
    '\uFEFF\n headline: Ferry sinks\n outlet: The Herald\n',
  ])('reads them in any case, behind blank lines, whatever its line ends are: %j', (head) => {
    const found = readLabelledHead(`${head}${LEAD}`);
    expect(found?.fields).toMatchObject({ title: 'Ferry sinks', outlet: 'The Herald' });
    expect(`${head}${LEAD}`.slice(found?.end)).toBe(LEAD);
  });

  it('takes an address for none but that of the page', () => {
    const { fields } = readLabelledHead(`Source: https://herald.example/a\nBy: Mara Velling\n${LEAD}`) ?? {};
    expect(fields).toMatchObject({ outlet: undefined, url: 'https://herald.example/a' });
  });

  it.each([
    ['03/04/2031', /is two days/],
    ['last Tuesday', /no day that can be read/],
    ['2031-02-30', /no day that can be read/],
  ])('takes no day that is none or two, and says so: %s', (date, note) => {
    const found = readLabelledHead(`Title: Ferry sinks\nDate: ${date}\n${LEAD}`);
    expect(found?.fields.published).toBeUndefined();
    expect(found?.note).toMatch(note);
  });

  it.each([
    `Source: the mayor\n${LEAD}`,
    `Velling: Good evening.\nAsh: Good evening.\n${LEAD}`,
    `${LEAD}\nTitle: Ferry\nDate: 4 March 2031\n`,
    `Date: 4 March 2031\nDate: 5 March 2031\n${LEAD}`,
    LEAD,
    '',
  ])('finds none where a text begins otherwise: %j', (text) => {
    expect(readLabelledHead(text)).toBeNull();
  });
});
