import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTyped } from '../../../src/answers/question/typed.js';
import { CHAT_WORDS } from '../../../src/english/lists/chatWords.js';
import { FILLERS, OPENERS } from '../../../src/english/lists/fillers.js';
import { SHORT_FORMS } from '../../../src/english/lists/shortForms.js';

/** Read for a corpus that has these words as names, or none. */
const read = (text: string, ...names: readonly string[]): string =>
  readTyped(text, (surface) => names.includes(surface));

describe('a question as it is typed', () => {
  it.each([
    ['whos the nz pm lol', 'who is the New Zealand prime minister'],
    ['y did they leave b4 the vote', 'why did they leave before the vote'],
    ['u wont believe who resigned', 'you will not believe who resigned'],
    ['Didnt the mayor resign?', 'did not the mayor resign?'],
    ['IDK WHO SANK THE FERRY', 'WHO SANK THE FERRY'],
    ['who is the helo pilot rn', 'who is the helicopter pilot now'],
  ])('“%s” is read as “%s”', (typed, meant) => {
    expect(read(typed)).toBe(meant);
  });

  it('loses what people say for its tone, wherever it stands', () => {
    expect(read('who actually sank the ferry tho')).toBe('who sank the ferry');
    expect(read('what did the captain even say haha')).toBe('what did the captain say');
  });

  it('begins at the question and not at what leads up to it', () => {
    expect(read('ok so wait, who sank the ferry')).toBe('who sank the ferry');
    expect(read('Hey! And who raised it?')).toBe('who raised it?');
  });

  it.each([
    ['Pray tell, which ferry sank?', 'which ferry sank?'],
    ['can someone tell me who sank the ferry', 'who sank the ferry'],
    ['Might I enquire in what harbour it lies?', 'in what harbour it lies?'],
    ['does anyone know if the ferry sank', 'if the ferry sank'],
    ['i was told that the ferry sank, did it', 'i was told that the ferry sank, did it'],
    ['do you know the captain', 'do you know the captain'],
    ['did the ferry sink or nah', 'did the ferry sink'],
    ['is it afloat or not?', 'is it afloat?'],
    ['was it sunk or not at all', 'was it sunk or not at all'],
  ])('loses what is said before a question or after it: “%s”', (typed, meant) => {
    expect(read(typed)).toBe(meant);
  });

  it('keeps what leads up to nothing, and the same words within a question', () => {
    for (const text of ['ok', 'so', 'hey.', 'who said yes and who said hi']) expect(read(text)).toBe(text);
  });

  it('keeps a name that is spelt like a chat word or a filler', () => {
    expect(read('when did Even Olsen visit Bro')).toBe('when did Even Olsen visit Bro');
  });

  it('keeps letters that only look like a chat word within a longer one', () => {
    for (const text of ['the what-if-bc scenario', 'who is U.N. envoy', 'the R.N. fleet', 'bc.example reported it'])
      expect(read(text)).toBe(text);
  });

  it('keeps its lines apart', () => {
    expect(read('who sank it\n\nand   why')).toBe('who sank it\n\nand why');
  });
});

describe('a short form', () => {
  it('stands for what articles write out, in small letters and in capitals', () => {
    expect(read('what did the fm say to NK')).toBe('what did the foreign minister say to North Korea');
  });

  it('with an owner’s ending stands for an owner', () => {
    for (const typed of ['NKs army', 'nk’s army', "nk's army"]) expect(read(typed)).toBe('North Korea’s army');
  });

  it('is left to the corpus that has it as a name', () => {
    expect(read('what did ge announce')).toBe('what did general election announce');
    expect(read('what did GE announce', 'ge')).toBe('what did GE announce');
  });

  it('of an hour is no office', () => {
    expect(read('who spoke at 5pm')).toBe('who spoke at 5pm');
    expect(read('did the pm speak at 5 pm')).toBe('did the prime minister speak at 5 pm');
  });
});

describe('“us”', () => {
  it.each(['did us troops leave', 'what did the us say', 'us troops left', 'japan and us talks'])(
    'is the country in “%s”',
    (text) => {
      expect(read(text)).toBe(text.replace(/\bus\b/, 'US'));
    },
  );

  it.each(['what did the captain tell us', 'who let us go', 'which of us is meant'])('is a pronoun in “%s”', (text) => {
    expect(read(text)).toBe(text);
  });
});

describe('a sign', () => {
  it('without a number stands for its word', () => {
    expect(read('how low did £ go')).toBe('how low did pound go');
    expect(read('what % of boats & trams')).toBe('what percent of boats and trams');
    expect(read('how much $$$ did it cost')).toBe('how much dollars did it cost');
  });

  it('beside a number is left to the number', () => {
    for (const text of ['who paid $5 million', 'who paid £ 5', 'was it 5% or 7.5%', 'the R&B band'])
      expect(read(text)).toBe(text);
  });

  it('that shortens “with” is the word', () => {
    expect(read('who sailed w/ Olsen w/o a crew')).toBe('who sailed with Olsen without a crew');
  });
});

describe('any text', () => {
  const KNOWN = new Set([...CHAT_WORDS.keys(), ...FILLERS, ...OPENERS, ...SHORT_FORMS.keys(), 'us']);
  const plain = fc
    .string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuwyæé'), minLength: 1, maxLength: 9 })
    .filter((word) => !KNOWN.has(word) && !KNOWN.has(word.replace(/s$/, '')));
  const chat = fc.constantFrom(...CHAT_WORDS.keys(), ...FILLERS, ...OPENERS, ...SHORT_FORMS.keys(), '£', ' % ', 'w/');

  it('of which no word is a chat word is kept as it is', () => {
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 12 }), fc.constantFrom('', '?', '!'), (words, mark) => {
        const text = words.join(' ') + mark;
        expect(read(text)).toBe(text);
      }),
    );
  });

  it('keeps its other words, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(plain, chat), { maxLength: 12 }), (words) => {
        const kept = words.filter((word) => !KNOWN.has(word) && /^\p{L}+$/u.test(word));
        const rest = read(words.join(' ')).split(/\s+/);
        let at = 0;
        for (const word of rest) if (word === kept[at]) at++;
        expect(at).toBe(kept.length);
      }),
    );
  });

  it('is read without a fault, and comes out without white space around it', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), chat);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.boolean(), (pieces, isName) => {
        const text = readTyped(pieces.join(' '), () => isName);
        expect(text).toBe(text.trim());
      }),
      { numRuns: 500 },
    );
  });

  it.each(['so ', 'lol ', 'Nk ', '   ', '$', ' % ', 'w/ ', "'", "a'", 'us ', 'U.', 'so,.!- ', '\n'])(
    'of a hundred thousand letters is read at once, of “%s” too',
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const start = performance.now();
      read(text);
      read(`${text}x`);
      expect(performance.now() - start).toBeLessThan(2_000);
    },
  );
});

describe('what a chat word or a short form stands for', () => {
  const meanings = [...CHAT_WORDS, ...SHORT_FORMS].filter(([, meant]) => meant !== '');

  it.each(meanings)('“%s” is read the same again: “%s”', (_, meant) => {
    expect(read(`they said ${meant}`)).toBe(`they said ${meant}`);
  });

  it('is said in one list only', () => {
    const lists = [[...CHAT_WORDS.keys()], [...FILLERS], [...SHORT_FORMS.keys()]].map((words) => new Set(words));
    const all = lists.flatMap((words) => [...words]);
    expect(all.filter((word, i) => all.indexOf(word) !== i)).toEqual([]);
  });
});

it('leaves letters around an ampersand as they are', () => {
  expect(readTyped('how much went into r&d', () => false)).toBe('how much went into r&d');
});
