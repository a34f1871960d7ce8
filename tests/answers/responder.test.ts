import { beforeAll, describe, expect, it } from 'vitest';
import type { AskOptions } from '../../src/answers/answer.js';
import { RequestError } from '../../src/answers/requestError.js';
import { Responder } from '../../src/answers/responder.js';
import { type Archive, openArchive } from '../../src/archive.js';
import type { Article } from '../../src/corpus/article.js';
import { readSeed } from '../corpus/seeds.js';
import { articleOf } from './articles.js';

const seeds = (['000', '002', '003', '004'] as const).map(readSeed);
const event = new Responder(seeds);
const all = new Responder(seeds, 0);
const none = new Responder(seeds, 1);

const idsOf = (question: string, options?: AskOptions): string[] => [
  ...new Set(all.answer(question, { limit: 25, ...options }).excerpts.map(({ article }) => article.id.slice(0, 3))),
];

describe('a question that the articles answer', () => {
  it('is answered with the line that says so, its source and its date', () => {
    const { status, excerpts, closest } = event.answer('who met Kim');
    expect([status, closest]).toEqual(['answered', []]);
    expect(excerpts[0]?.text).toContain('Sergei Lavrov met with North Korea');
    expect(excerpts[0]?.article.published).toEqual({ date: '2023-10-20', basis: 'stated' });
  });

  it('is answered as well in capitals, without marks, misspelt or in another order', () => {
    for (const question of [
      'WHO MET KIM?',
      'who met  kim',
      'who met Kmi Jong Un',
      'Kim: who met him',
      'who’s met Kim…',
    ]) {
      const { status, excerpts } = event.answer(question);
      expect([question, status]).toEqual([question, 'answered']);
      expect(excerpts[0]?.text, question).toContain('Lavrov');
    }
  });

  it('is given back without the white space around it', () => {
    expect(event.answer('  who met Kim\n').question).toBe('who met Kim');
  });

  it('is answered the same every time', () => {
    const first = event.answer('When did Lavrov meet Kim?');
    event.answer('Where did the bomber land?');
    expect(event.answer('When did Lavrov meet Kim?')).toEqual(first);
  });
});

describe('a question that the articles do not answer', () => {
  let archive: Archive;
  beforeAll(async () => {
    archive = await openArchive('seeds');
  });

  it.each([
    'How do I bake sourdough bread?',
    'Who won the 1998 World Cup?',
    'What is the boiling point of mercury?',
    'Who is Beyoncé married to?',
    'asdfgh qwerty',
  ])('“%s” is refused, with the closest lines as such', async (question) => {
    const { status, excerpts, closest, confidence } = await archive.ask(question);
    expect([status, excerpts]).toEqual(['not-found', []]);
    expect(closest.length).toBeLessThanOrEqual(3);
    expect(confidence).toBeLessThan(0.5);
  });

  it.each(['What did Zelensky tell Kim?', 'When did Macron visit Pyongyang?'])(
    'because it names somebody whom no article names is refused: “%s”',
    async (question) => {
      expect((await archive.ask(question)).status).toBe('not-found');
    },
  );

  it.each(['why', 'Who?', 'and what'])('because it asks of nothing (“%s”) is refused', async (question) => {
    expect((await archive.ask(question)).status).toBe('not-found');
  });

  it('is surer to be refused the less of it the articles hold', async () => {
    const questions = [
      'Did Lavrov meet Kim in Pyongyang?',
      'Did Macron meet Kim in Pyongyang?',
      'Did Macron ski in Davos?',
    ];
    const answers = await Promise.all(questions.map((question) => archive.ask(question)));
    const [real, near, far] = answers.map(({ confidence }) => confidence);
    expect(near).toBeLessThan(real ?? 0);
    expect(far).toBeLessThanOrEqual(near ?? 0);
  });
});

describe('the least confidence', () => {
  it('of 0 shows whatever shares anything with an article, unsurely', () => {
    const { status, excerpts } = all.answer('Who won the 1998 World Cup?');
    expect(status).toBe('unsure');
    expect(excerpts.length).toBeGreaterThan(0);
  });

  it('of 1 answers nothing', () => {
    const { status, excerpts, closest } = none.answer('who met Kim');
    expect([status, excerpts]).toEqual(['not-found', []]);
    expect(closest[0]?.text).toContain('Lavrov');
  });

  it('changes what is refused, not what is found', () => {
    const [shown] = all.answer('who met Kim').excerpts;
    expect(none.answer('who met Kim').closest[0]).toEqual(shown);
    expect(none.answer('who met Kim').confidence).toBe(all.answer('who met Kim').confidence);
  });

  it('cannot make an answer of no article at all', () => {
    expect(new Responder([], 0).answer('who met Kim')).toMatchObject({
      status: 'not-found',
      confidence: 0,
      closest: [],
    });
  });
});

describe('words that are asked for', () => {
  const went = 'Mayor Olsen went home by boat on Friday.';
  const sureOf = (text: string): number =>
    new Responder([articleOf({ id: 'storm', text })], 0).answer('What did Mayor Olsen say on Friday?').confidence;

  it('are not in a line that only says where somebody went', () => {
    expect(sureOf(went)).toBeLessThan(sureOf(went.replace('went home by boat', 'warned of a storm')) / 2);
  });
});

describe('a message that asks for the whole', () => {
  it.each(['summary pls', 'what happened?', 'lavrov', 'tldr of the visit'])(
    '(“%s”) is answered with a line of each of several articles',
    (asked) => {
      const { status, overview, excerpts, closest } = event.answer(asked);
      expect([status, overview, closest]).toEqual(['answered', true, []]);
      expect(excerpts.length).toBeGreaterThan(1);
      expect(new Set(excerpts.map(({ article }) => article.id)).size).toBe(excerpts.length);
    },
  );

  it('of what no article tells is refused', () => {
    expect(event.answer('summary of the football cup')).toMatchObject({ status: 'not-found', overview: true });
  });

  it('obeys a filter and the limit', () => {
    expect(event.answer('summary', { source: 'APA' }).excerpts.map(({ article }) => article.id.slice(0, 3))).toEqual([
      '003',
    ]);
    expect(event.answer('summary', { limit: 1 }).excerpts).toHaveLength(1);
  });

  it('is one, and a question about the same is none', () => {
    expect(event.answer('who met Lavrov').overview).toBe(false);
  });
});

describe('the limit', () => {
  it('is five excerpts unless told', () => {
    expect(all.answer('Kim, Russia and North Korea').excerpts).toHaveLength(5);
  });

  it.each([
    [1, 1],
    [3, 3],
    [0, 1],
    [2.5, 2],
    [0.9, 1],
    [Number.NaN, 5],
    [Number.POSITIVE_INFINITY, 25],
    [-4, 1],
    [25, 25],
    [1000, 25],
  ])('of %i gives at most %i', (limit, most) => {
    expect(all.answer('Kim Russia North Korea', { limit }).excerpts.length).toBeLessThanOrEqual(most);
    expect(all.answer('Kim Russia North Korea', { limit }).excerpts.length).toBeGreaterThan(most === 25 ? 5 : 0);
  });

  it('does not change which excerpts come first', () => {
    const many = all.answer('Lavrov', { limit: 10 }).excerpts;
    expect(all.answer('Lavrov', { limit: 4 }).excerpts.map(({ text }) => text)).toEqual(
      many.slice(0, 4).map(({ text }) => text),
    );
  });
});

describe('a filter', () => {
  it('said by the caller is obeyed', () => {
    expect(idsOf('who met Kim', { source: 'APA' })).toEqual(['003']);
    expect(idsOf('who met Kim', { after: '2023-10-20' })).toEqual(['000']);
    expect(idsOf('who met Kim', { before: '2023-10-18' })).toEqual(['004']);
  });

  it('said in the question is obeyed, and reported', () => {
    const { excerpts, filters } = all.answer('who met Kim according to Reuters', { limit: 25 });
    expect(filters).toEqual({ source: 'Reuters' });
    for (const { article } of excerpts) expect(article.agencies).toContain('Reuters');
    expect(excerpts.length).toBeGreaterThan(0);
  });

  it('of the caller wins over one in the question', () => {
    expect(idsOf('who met Kim according to Reuters', { source: 'APA' })).toEqual(['003']);
    expect(all.answer('who met Kim according to Reuters', { source: 'APA' }).filters).toEqual({});
  });

  it('of the caller takes the place of the days that "what’s new" stands for', () => {
    const { excerpts, filters } = all.answer("what's new", { before: '2023-10-18' });
    expect(filters).toEqual({});
    expect(excerpts.map(({ article }) => article.id.slice(0, 3))).toContain('004');
  });

  it('left empty by the caller does not unsay one in the question', () => {
    expect(idsOf('articles before 19 October about Kim', { source: '', before: undefined })).toEqual(['004']);
  });

  it('that no article passes gives nothing, not even closest lines', () => {
    expect(all.answer('who met Kim', { after: '2030-01-01' })).toMatchObject({
      status: 'not-found',
      confidence: 0,
      excerpts: [],
      closest: [],
    });
  });

  it('is nowhere in an answer to a question that says none', () => {
    expect(all.answer('who met Kim').filters).toEqual({});
  });
});

describe('an unusable request', () => {
  it.each(['', '   ', '?', '…!', '\n'])('such as “%s” is met with what is accepted', (question) => {
    expect(() => event.answer(question)).toThrow(RequestError);
    expect(() => event.answer(question)).toThrow('what did the minister say');
  });

  it('for an unknown source or a day that is none is refused', () => {
    expect(() => event.answer('who met Kim', { source: 'Zzyzx Gazette' })).toThrow('Zzyzx Gazette');
    expect(() => event.answer('who met Kim', { after: '2023-02-30' })).toThrow('2023-02-30');
    expect(() => event.answer('who met Kim', { after: '2023-10-20', before: '2023-10-18' })).toThrow(RequestError);
  });
});

describe('who else reports it', () => {
  const WIRE =
    'The ferry Aurora sank off the coast of Crete on Sunday, killing eleven passengers, the coast guard said.';
  const article = (id: string, published: string | undefined, text: string): Article =>
    articleOf({ id, text: `${text}\n\nThe mayor of ${id} was not there.`, ...(published ? { published } : {}) });
  const ferry = [
    article('late', '2023-10-20', WIRE),
    article('early', '2023-10-18', WIRE),
    article('undated', undefined, WIRE),
    article('own', '2023-10-19', 'Eleven passengers died when the Aurora, a ferry, sank near Crete on Sunday night.'),
    article('other', '2023-10-17', 'Grain prices rose in Odesa for the third week.'),
  ];
  const { excerpts } = new Responder(ferry, 0).answer('Where did the ferry Aurora sink?', { limit: 25 });
  const [best] = excerpts;

  it('is every other article that says the same, oldest first, undated last', () => {
    const dates = best?.alsoIn.map(({ article: { published } }) => published.date ?? '9999') ?? [];
    expect(dates.length).toBeGreaterThanOrEqual(2);
    expect(dates).toEqual(dates.toSorted());
    expect(best?.alsoIn.map((also) => also.article.id)).not.toContain('other');
  });

  it('tells copies of the wire from independent wording', () => {
    for (const also of best?.alsoIn ?? []) {
      const alike = (also.article.id === 'own') === (best?.article.id === 'own');
      expect(also.wireCopy, also.article.id).toBe(alike);
    }
  });

  it('is never the article itself, and each article once', () => {
    for (const excerpt of excerpts) {
      const ids = excerpt.alsoIn.map((also) => also.article.id);
      expect(ids).not.toContain(excerpt.article.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('is not told again as an answer of its own', () => {
    expect(excerpts.filter(({ text }) => text.includes('Aurora'))).toHaveLength(1);
  });

  it('is word for word in its article too', () => {
    for (const { alsoIn } of excerpts) {
      for (const { excerpt } of alsoIn) {
        const { text = '' } = ferry.find(({ id }) => id === excerpt.article.id) ?? {};
        expect(text.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
      }
    }
  });

  it('is only who is in scope', () => {
    const scoped = new Responder(ferry, 0).answer('Where did the ferry Aurora sink?', { before: '2023-10-19' });
    const ids = scoped.excerpts.flatMap((excerpt) => [excerpt.article.id, ...excerpt.alsoIn.map((a) => a.article.id)]);
    expect(ids).toContain('early');
    expect(ids).not.toContain('late');
    expect(ids).not.toContain('undated');
  });
});
