import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { bodyText, paragraphsOf, readSeed, slices } from './seeds.js';

describe('the four real articles', () => {
  it('000: dated by its header, titled by its headline, signed by AFP', () => {
    const article = readSeed('000');
    expect(article.published).toEqual({ date: '2023-10-20', basis: 'stated' });
    expect(article.title).toBe("Lavrov meets Kim, slams 'dangerous' US policy");
    expect(article.agencies).toEqual(['AFP']);
    expect(article.outlet).toBeNull();
    expect(article.dateline).toMatchObject({ place: 'SEOUL', date: '2023-10-19' });
  });

  it('000: “Video”, the counter, the dateline and “�AFP” are no text', () => {
    const article = readSeed('000');
    expect(bodyText(article)).not.toMatch(/Video|Count|Published|SEOUL|AFP/);
    expect(article.sentences).toHaveLength(13);
    expect(bodyText(article)).toMatch(
      /^Russian Foreign Minister Sergei Lavrov met with .* he told Russian outlets\.$/s,
    );
  });

  it('002: its header line holds the first sentence, which is text and the title', () => {
    const article = readSeed('002');
    expect(article.published).toEqual({ date: '2023-10-19', basis: 'stated' });
    expect(article.title).toMatch(/^Russian Foreign Minister Sergei Lavrov on Thursday slammed .*…$/);
    const first = article.sentences[0];
    expect(article.text.slice(first?.start, first?.end)).toMatch(/^Russian Foreign Minister .* nuclear-armed state\.$/);
    expect(article.paragraphs[0]).toMatchObject({ kind: 'body', number: 1 });
  });

  it('003: has no date of its own', () => {
    const article = readSeed('003');
    expect(article.published).toEqual({ date: null, basis: 'unknown' });
    expect(article.dateline).toBeNull();
  });

  it('003: the site, not the outlet behind a “See also” link, is the outlet; APA is the agency', () => {
    const article = readSeed('003');
    expect(article.outlet).toBe('Complete News World');
    expect(article.agencies).toEqual(['APA']);
    expect(article.title).toBe('Lavrov criticized the “dangerous” US military policy in North Korea');
  });

  it('003: the headline that stands twice, subheads, links and the credit are no text', () => {
    const article = readSeed('003');
    expect(paragraphsOf(article, 'heading')).toEqual([
      article.title,
      article.title,
      'A visit to North Korea',
      'Preparations for Putin’s visit to North Korea',
    ]);
    expect(bodyText(article)).not.toMatch(/See also|liquefied|DW|APA|Complete News World|A visit to North Korea/);
    expect(bodyText(article)).toMatch(/Moscow for its attack on Pyongyang\.$/);
  });

  it('004: signed in the house style of DW, with Reuters and AFP', () => {
    const article = readSeed('004');
    expect(article.published).toEqual({ date: '2023-10-18', basis: 'stated' });
    expect(article.outlet).toBe('DW');
    expect(article.agencies).toEqual(['Reuters', 'AFP']);
    expect(bodyText(article)).not.toMatch(/zc\/wmr/);
    expect(paragraphsOf(article, 'heading')).toEqual(['Why are Russia and North Korea becoming closer?']);
  });

  it('004: both sentences of the header line are text', () => {
    const article = readSeed('004');
    expect(slices(article.text, article.sentences.slice(0, 2))).toEqual([
      'Russian Foreign Minister Sergei Lavrov expressed concerns about increased military activity by the US, North Korea and Japan.',
      'He is in Pyongyang to lay the groundwork for a visit by Putin.',
    ]);
  });
});

describe('createArticle', () => {
  const one = (text: string, more: { title?: string; published?: string; outlet?: string; url?: string } = {}) =>
    createArticle({ id: 'a', text, ...more });

  it('believes the caller before the page', () => {
    const page = ' date 2023-10-18 Lavrov in Pyongyang\n\nHe came. He left.';
    const article = one(page, { title: 'Mine', published: '2023-10-19', outlet: 'The Times' });
    expect(article).toMatchObject({
      title: 'Mine',
      outlet: 'The Times',
      published: { date: '2023-10-19', basis: 'stated' },
    });
  });

  it('takes the date from a stamp, and from a dateline with a year', () => {
    expect(one('Published: 20 October 2023\n\nHe came.').published).toEqual({ date: '2023-10-20', basis: 'stated' });
    expect(one('SEOUL, Oct 19, 2023: He came.').published).toEqual({ date: '2023-10-19', basis: 'dateline' });
  });

  it('refuses a day that is none, and a text without a word', () => {
    expect(() => one('He came.', { published: '2023-02-30' })).toThrow(/2023-02-30.*YYYY-MM-DD/);
    expect(() => one('He came.', { published: 'Friday' })).toThrow(/Friday/);
    expect(() => one(' date 2023-02-30 He came.')).toThrow(/2023-02-30/);
    for (const text of ['', ' \n\n', '___\n***', 'Read more\n\nAdvertisement'])
      expect(() => one(text)).toThrow(/no text/);
  });

  it('has neither title nor credit from what a paper says of its own article, which is text', () => {
    const note = 'Editor’s note: The owner of this paper is his brother.';
    const article = one(
      [note, 'SEOUL, Oct 19: He came on Thursday. (AFP)', 'Correction: He came on Friday.'].join('\n\n'),
    );
    expect(article).toMatchObject({ title: 'He came on Thursday.', agencies: ['AFP'], dateline: { place: 'SEOUL' } });
    expect(paragraphsOf(article, 'body')).toEqual([note, 'He came on Thursday.', 'Correction: He came on Friday.']);
    expect(one(note).title).toBe(note);
  });

  it('keeps every line of plain sentences, tokenised or without a full stop', () => {
    const lines = [
      'It is a candy bar , made of peanuts .',
      'It is owned by the Swiss company Nestlé',
      'The bar was sold .',
    ];
    expect(paragraphsOf(one(lines.join('\n'), { title: 'Baby Ruth' }), 'body')).toEqual(lines);
  });

  it('keeps a short line when no text follows it, and lists', () => {
    expect(paragraphsOf(one('He came.\n\nMoscow'), 'body')).toEqual(['He came.', 'Moscow']);
    expect(paragraphsOf(one('He came.\n\nIron\n\nCoal\n\nGas\n\nOil\n\nHe left.'), 'body')).toHaveLength(6);
  });

  it('numbers body paragraphs as a reader counts them', () => {
    const article = one('Read more\n\nHe came.\n\nA second day\n\nHe left.');
    expect(article.paragraphs.map(({ kind, number }) => [kind, number])).toEqual([
      ['furniture', 0],
      ['body', 1],
      ['heading', 0],
      ['body', 2],
    ]);
  });

  it('passes over a dateline that is a line of its own', () => {
    const article = one('New York CNN —\n\n“Squid Game” is officially coming back.');
    expect(bodyText(article)).toBe('“Squid Game” is officially coming back.');
    expect(article).toMatchObject({ outlet: 'CNN', dateline: { place: 'New York' } });
  });

  it('keeps the speakers of a transcript', () => {
    const text = 'BLITZER: Good evening to you.\n\nKING: Good evening.';
    expect(bodyText(one(text))).toMatch(/BLITZER: .*KING:/);
  });

  it('names the site of the address when the page names no outlet', () => {
    expect(one('He came.', { url: 'https://www.example.org/a' }).outlet).toBe('example.org');
  });

  it('cuts a title made of a long sentence at a word, and leaves the text as it is', () => {
    const sentence = `${'word '.repeat(40)}end.`;
    const { title, text } = one(sentence);
    expect(title).toMatch(/^(?:word )*word…$/);
    expect(title.length).toBeLessThanOrEqual(111);
    expect(text).toBe(sentence);
  });

  it('holds its promises on any text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'See also  X | Y | Z',
        'SEOUL, Oct 19: He came.',
        'zc/wmr (Reuters, AFP)',
        'A visit',
        ' date 2023-10-18 X',
        '(APA)',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\n\n'), (lines, lineEnd) => {
        const text = lines.join(lineEnd);
        let article: ReturnType<typeof one>;
        try {
          article = one(text);
        } catch (error) {
          expect(String(error)).toMatch(/no text to answer from|no day of the calendar/);
          return;
        }
        expect(article.text).toBe(text);
        let end = 0;
        for (const [i, paragraph] of article.paragraphs.entries()) {
          expect(paragraph.start).toBeGreaterThanOrEqual(end);
          end = paragraph.end;
          const own = article.sentences.slice(paragraph.firstSentence, paragraph.endSentence);
          expect(own.length > 0).toBe(paragraph.kind === 'body');
          for (const sentence of own) {
            expect(sentence.paragraph).toBe(i);
            expect(sentence.start).toBeGreaterThanOrEqual(paragraph.start);
            expect(sentence.end).toBeLessThanOrEqual(paragraph.end);
            expect(text.slice(sentence.start, sentence.end)).toMatch(/[\p{L}\p{N}]/u);
          }
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
