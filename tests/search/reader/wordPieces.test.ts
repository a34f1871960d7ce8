import { describe, expect, it } from 'vitest';
import { type HeadedCandidate, WordPieces } from '../../../src/search/reader/wordPieces.js';

/**
 * Texts, and their pieces as the Python script cuts them that the reader is trained with, by the whole vocabulary of 30,522.
 * A vocabulary of these pieces alone cuts them the same, as it has the longest ones.
 */
const CUT: readonly (readonly [text: string, pieces: string])[] = [
  ['When does the night ferry to Ålesund sail?', 'when does the night ferry to ale ##sund sail ?'],
  ['Café owners’ “strike” ended — for now…', 'cafe owners ##’ “ ##st ##rik ##e ##” ended — for now ##…'],
  ['UNBELIEVABLE!!! prices rose 3.75% (year-on-year)', 'unbelievable ! ! ! prices rose 3 . 75 % ( year - on - year )'],
  [
    'Donaudampfschifffahrtsgesellschaftskapitän',
    'dona ##uda ##mp ##fs ##chi ##ff ##fa ##hr ##ts ##ges ##ell ##schaft ##ska ##pit ##an',
  ],
  ['naïve İstanbul ΣΊΣΥΦΟΣ straße', 'naive istanbul σ ##ι ##σ ##υ ##φ ##ος st ##raße'],
  ['🚢 left, 🎉🎉 stayed', '[UNK] left , [UNK] [UNK] stayed'],
  ['東京 ferry 서울 Київ', '東 ##京 ferry \u1109 ##\u1165 ##\u110b ##\u116e ##\u11af к ##и ##і ##в'],
  ['x\u00a0y\u2009z\ttab\nline', 'x [UNK] tab line'],
  ["don't e-mail@example.org #hash $5m", "don ' t e - mail @ example . org # hash $ 5 ##m"],
  ['antidisestablishmentarianism', 'anti ##dis ##est ##ab ##lish ##ment ##arian ##ism'],
  ['﷽ \u0301\u0302 ½ ² №', '[UNK] ½ ² №'],
  ['\u200bzero\u200dwidth \ufeffbom', '[UNK] [UNK]'],
  ['re-elected U.S. 1,000,000th', 're - elected u . s . 1 , 000 , 000 ##th'],
  ['', ''],
  ['   ', ''],
];

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];
const VOCABULARY = [...new Set([...SPECIAL, ...CUT.flatMap(([, pieces]) => pieces.split(' ')), 'q', '##q'])];
const POSITIONS = 112;

function piecesOf(question: string, candidate: string | HeadedCandidate): string[] {
  const [pair] = new WordPieces(VOCABULARY, POSITIONS).pairs(question, [candidate]);
  return (pair?.ids ?? []).map((id) => VOCABULARY[id] ?? '?');
}

describe('word pieces', () => {
  it.each(CUT)('cut %j as the reader was trained', (text, pieces) => {
    const expected = pieces === '' ? [] : pieces.split(' ');
    expect(piecesOf('', text)).toEqual(['[CLS]', '[SEP]', ...expected, '[SEP]']);
    expect(piecesOf(text, '')).toEqual(['[CLS]', ...expected, '[SEP]', '[SEP]']);
  });

  it('say where the candidate begins', () => {
    const pairs = new WordPieces(VOCABULARY, POSITIONS).pairs('the ferry', ['prices rose', '']);
    expect(pairs.map(({ ids, candidateAt }) => [ids.length, candidateAt])).toEqual([
      [7, 4],
      [5, 4],
    ]);
  });

  it('keep 40 of a question and fill the pair with the candidate', () => {
    const pieces = piecesOf('ferry '.repeat(50), 'rose '.repeat(500));
    expect(pieces).toHaveLength(POSITIONS);
    expect(pieces.indexOf('[SEP]')).toBe(41);
    expect(pieces.filter((piece) => piece === 'rose')).toHaveLength(69);
    expect(pieces.at(-1)).toBe('[SEP]');
  });

  it('put a headline before its sentence, 20 pieces of it and a full stop', () => {
    expect(piecesOf('when', { headline: 'Ferry prices', sentence: 'now' })).toEqual(
      '[CLS] when [SEP] ferry prices . now [SEP]'.split(' '),
    );
    const long = piecesOf('when', { headline: 'prices '.repeat(30), sentence: 'now' });
    expect(long.filter((piece) => piece === 'prices')).toHaveLength(20);
    expect(long.slice(-3)).toEqual(['.', 'now', '[SEP]']);
    expect(piecesOf('when', { headline: '', sentence: 'now' })).toEqual(piecesOf('when', 'now'));
  });

  it('take time by the length of a text only up to a limit, one endless word included', () => {
    const wordPieces = new WordPieces(VOCABULARY, POSITIONS);
    const start = performance.now();
    const pairs = wordPieces.pairs('q'.repeat(1_000_000), ['q'.repeat(1_000_000), `${'q'.repeat(999_999)}!`]);
    expect(performance.now() - start).toBeLessThan(500);
    for (const { ids } of pairs) expect(ids).toHaveLength(POSITIONS);
  });

  it('need the marks that a pair is put together with', () => {
    expect(() => new WordPieces(['[UNK]', '[CLS]'], POSITIONS)).toThrow('lacks [SEP]');
  });
});
