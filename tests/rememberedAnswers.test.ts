import { expect, it } from 'vitest';
import { RememberedAnswers } from '../src/rememberedAnswers.js';

/** Finds a new number each time. */
function counter() {
  let found = 0;
  return async () => {
    found += 1;
    return found;
  };
}

it('finds what is asked again once, at the same time or within a minute', async () => {
  let now = 0;
  const [answers, find] = [new RememberedAnswers(() => now), counter()];
  expect(await Promise.all([answers.answer(['ask', 'who'], find), answers.answer(['ask', 'who'], find)])).toEqual([
    1, 1,
  ]);
  now = 59_000;
  expect(await answers.answer(['ask', 'who'], find)).toBe(1);
  now = 61_000;
  expect(await answers.answer(['ask', 'who'], find)).toBe(2);
});

it('tells apart what was asked in another way', async () => {
  const [answers, find] = [new RememberedAnswers(), counter()];
  await answers.answer(['ask', 'who', { source: 'AFP' }], find);
  expect(await answers.answer(['ask', 'who', { source: 'DW' }], find)).toBe(2);
  expect(await answers.answer(['compare', 'who'], find)).toBe(3);
});

it('does not keep what failed', async () => {
  const answers = new RememberedAnswers();
  await expect(answers.answer(['ask', 'who'], () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await answers.answer(['ask', 'who'], counter())).toBe(1);
});

it('forgets what was asked longest ago', async () => {
  const [answers, find] = [new RememberedAnswers(), counter()];
  for (let i = 0; i < 150; i++) await answers.answer(['ask', i], find);
  expect(await answers.answer(['ask', 149], find)).toBe(150);
  expect(await answers.answer(['ask', 0], find)).toBe(151);
});
