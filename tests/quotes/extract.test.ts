import { describe, expect, it } from 'vitest';
import { line, quotesIn } from './reading.js';

const lines = (...paragraphs: string[]) => quotesIn(...paragraphs).map(line);

describe('direct quotations', () => {
  it('finds words in marks before, after and around their cue', () => {
    expect(lines('"We will not wait," Ana Lopez said. "There is no time."')).toEqual([
      'direct · Ana Lopez · said · We will not wait',
      'direct · Ana Lopez · - · There is no time.',
    ]);
    expect(lines('Ana Lopez said: "We will not wait."')).toEqual(['direct · Ana Lopez · said · We will not wait.']);
    expect(lines('"The river," Ana Lopez said on Monday, "is rising by the hour."')).toEqual([
      'direct · Ana Lopez · said · The river',
      'direct · Ana Lopez · said · is rising by the hour.',
    ]);
  });

  it('reads the subject after its verb, with what is said about the speaker', () => {
    expect(lines('“It broke in the night,” said Tom Hall, a retired engineer who lives nearby.')).toEqual([
      'direct · Tom Hall · said · It broke in the night',
    ]);
    expect(lines('“It broke in the night,” said the mayor’s brother, Tom Hall, on Friday.')).toEqual([
      'direct · Tom Hall · said · It broke in the night',
    ]);
  });

  it('reads the subject across an aside', () => {
    expect(lines('"I saw it fall," Ana Lopez, 54, who lives next to the bridge, told the Herald.')).toEqual([
      'direct · Ana Lopez · told · I saw it fall',
    ]);
    expect(lines('The director of the agency, Tom Hall, says "nobody was hurt in the fall."')).toEqual([
      'direct · Tom Hall · says · nobody was hurt in the fall.',
    ]);
  });

  it('keeps a question and its cue together', () => {
    expect(lines('"Are there prizes?" Ana Lopez asked before the start. Nobody answered her.')).toEqual([
      'direct · Ana Lopez · asked · Are there prizes?',
    ]);
  });

  it('follows a quotation over several paragraphs that has no closing mark until its end', () => {
    expect(
      lines(
        '"The process is wrong," Ana Lopez said. "It was never explained to anybody here.',
        '"So people guess, and they guess badly.',
        '"We want better," she added.',
      ),
    ).toEqual([
      'direct · Ana Lopez · said · The process is wrong',
      'direct · Ana Lopez · - · It was never explained to anybody here.',
      'direct · Ana Lopez · - · So people guess, and they guess badly.',
      'direct · Ana Lopez · added · We want better',
    ]);
  });

  it('gives a paragraph that is all quotation to whoever spoke before', () => {
    expect(
      lines('Tom Hall told reporters the bridge is safe.', '"I drove over it this morning with my children."'),
    ).toEqual([
      'reported · Tom Hall · told · the bridge is safe',
      'direct · Tom Hall · - · I drove over it this morning with my children.',
    ]);
  });

  it('keeps nested marks inside the outer quotation', () => {
    expect(lines('"She told me, \'Go home,\' and I went," Tom Hall said.')).toEqual([
      "direct · Tom Hall · said · She told me, 'Go home,' and I went",
    ]);
    expect(lines('“They say ‘impossible’ too easily,” Ana Lopez said.')).toEqual([
      'direct · Ana Lopez · said · They say ‘impossible’ too easily',
    ]);
  });

  it('reads curly, straight, angled and single marks', () => {
    for (const [open, close] of ['""', '“”', '«»', '‘’', "''"].map((pair) => [pair.charAt(0), pair.charAt(1)])) {
      expect(lines(`${open}We can't wait for them,${close} Ana Lopez said.`)).toEqual([
        "direct · Ana Lopez · said · We can't wait for them",
      ]);
    }
  });

  it('takes no nickname, title or scare quotes for speech', () => {
    expect(
      lines('The player known as "Bam Bam" read "War and Peace" on the 12" screen of the so-called "palace".'),
    ).toEqual([]);
  });

  it('takes no headline for speech', () => {
    expect(
      lines(
        'Ana Lopez opened the new bridge on Monday in the rain.',
        "'We are proud': Lopez",
        'The bridge cost two million.',
      ),
    ).toEqual([]);
  });
});

describe('mixed quotations', () => {
  it('takes the whole statement that holds words in marks', () => {
    expect(lines('Tom Hall said the plan was "a joke" that would cost millions.')).toEqual([
      'reported · Tom Hall · said · the plan was "a joke" that would cost millions',
    ]);
  });

  it('takes the words in marks alone when the verb judges', () => {
    expect(lines('Tom Hall slammed the plan as "a costly joke" on Monday.')).toEqual([
      'direct · Tom Hall · slammed · a costly joke',
    ]);
  });

  it('leaves out the reporter’s remark at the end', () => {
    expect(lines('Tom Hall said the plan had "hidden costs", without elaborating.')).toEqual([
      'reported · Tom Hall · said · the plan had "hidden costs"',
    ]);
  });
});

describe('reported statements', () => {
  it('takes what is said with and without "that"', () => {
    expect(lines('Tom Hall said on Tuesday that the bridge was closed.')).toEqual([
      'reported · Tom Hall · said · that the bridge was closed',
    ]);
    expect(lines('Tom Hall said the bridge was closed.')).toEqual([
      'reported · Tom Hall · said · the bridge was closed',
    ]);
  });

  it('takes what stands before the cue, and on both sides of it', () => {
    expect(lines('The bridge was closed at noon, police said.')).toEqual([
      'reported · police · said · The bridge was closed at noon',
    ]);
    expect(lines('The bridge, Tom Hall said, was closed at noon.')).toEqual([
      'reported · Tom Hall · said · The bridge',
      'reported · Tom Hall · said · was closed at noon',
    ]);
  });

  it('takes "according to" on either side', () => {
    expect(lines('According to the Kremlin, the talks will go on.')).toEqual([
      'reported · Kremlin · - · the talks will go on',
    ]);
    expect(lines('The talks will go on, according to the Kremlin.')).toEqual([
      'reported · Kremlin · - · The talks will go on',
    ]);
  });

  it('parts two statements of one sentence', () => {
    expect(lines('Tom Hall said the bridge was closed, adding that it would open in May.')).toEqual([
      'reported · Tom Hall · said · the bridge was closed',
      'reported · Tom Hall · adding · that it would open in May',
    ]);
    expect(lines('Tom Hall said the bridge is safe, but Ana Lopez says it is not.')).toEqual([
      'reported · Tom Hall · said · the bridge is safe',
      'reported · Ana Lopez · says · it is not',
    ]);
  });

  it('passes over whoever was told', () => {
    expect(lines('Tom Hall told a crowd of about 100 people gathered in the rain that the bridge was closed.')).toEqual(
      ['reported · Tom Hall · told · that the bridge was closed'],
    );
    expect(lines('Tom Hall told police he heard a noise.')).toEqual(['reported · Tom Hall · told · he heard a noise']);
  });

  it('takes nothing that was not said', () => {
    expect(lines('Tom Hall did not say the bridge was closed. Ana Lopez was told to wait.')).toEqual([]);
    expect(
      lines('The index added 0.4 per cent. The bill is said to be ready. The United States claims a third.'),
    ).toEqual([]);
    expect(lines('The data suggests that prices rise. Costs are lower than Tom Hall says they are.')).toEqual([]);
  });
});

describe('the excerpt of a quote', () => {
  it('holds the sentences around it and marks its words', () => {
    const [quote] = quotesIn('It rained. "We will not wait," Ana Lopez said on Monday. It stopped.');
    expect(quote?.excerpt.text).toBe('"We will not wait," Ana Lopez said on Monday.');
    const [from = 0, to = 0] = quote?.excerpt.emphasis[0] ?? [];
    expect(quote?.excerpt.text.slice(from, to)).toBe('We will not wait');
  });
});
