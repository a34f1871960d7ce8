import { describe, expect, it } from 'vitest';
import { storyOf } from '../../../src/events/timeline/story.js';

const happening = (date: string, prominence: number, reach: 'covered' | 'background' = 'covered') => ({
  when: { date, precision: 'day' as const },
  reach,
  prominence,
});
const day = (number: number) => `2024-03-${String(number).padStart(2, '0')}`;

describe('the story', () => {
  it('is everything where that is little, but for what is older', () => {
    const older = happening('2019-01-01', 9, 'background');
    const few = [happening(day(1), 0), happening(day(2), -3)];
    expect([...storyOf([older, ...few])]).toEqual(few);
  });

  it('is the dozen of most prominent among many', () => {
    const many = Array.from({ length: 30 }, (_, i) => happening(day(i + 1), i));
    const story = storyOf(many);
    expect(story.size).toBe(12);
    expect(Math.min(...[...story].map(({ prominence }) => prominence))).toBe(18);
  });

  it('has no more than a page of what hardly anybody tells', () => {
    expect(storyOf(Array.from({ length: 30 }, (_, i) => happening(day(i + 1), 1))).size).toBe(5);
  });

  it('has other days too before the fourth of one day', () => {
    const oneDay = Array.from({ length: 20 }, () => happening(day(1), 4));
    const others = [happening(day(2), 3.2), happening(day(3), 3.1)];
    const story = storyOf([...oneDay, ...others]);
    expect(others.every((other) => story.has(other))).toBe(true);
  });
});
