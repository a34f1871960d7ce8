import { describe, expect, it } from 'vitest';
import { afterTimeStamp } from '../../src/english/timeStamp.js';

const withoutTime = (entry: string) => entry.slice(afterTimeStamp(entry, { start: 0, end: entry.length }));

describe('the time before an entry of a live report', () => {
  it.each([
    '22:50',
    '22:50:30',
    '10.15am',
    '10:15 a.m.',
    '10:15 p.m. ET:',
    '9pm',
    '14h30',
    '18:30 GMT',
    '18:30 local time –',
    '1830 GMT',
    '[12:05]',
    '(12:05 CEST)',
    '12:05 –',
    '12:05 -',
    '12:05:',
    '12:05 |',
  ])('is left out: “%s”', (time) => {
    for (const words of ['Coach Ines Calder spoke.', '“It rains,” she said.'])
      expect(withoutTime(`${time} ${words}`)).toBe(words);
  });

  it.each([
    '22:50 was the time on the clock.',
    '10.15 million people live here.',
    '9pm is too late.',
    '1830 Norlanders came.',
    '12 Norlanders came.',
    '12:05-12:30 Rain.',
    'At 22:50 Ines Calder spoke.',
    '2:1 for Norland.',
  ])('is none where the sentence goes on with it: “%s”', (entry) => {
    expect(withoutTime(entry)).toBe(entry);
  });

  it('is looked for in the span alone', () => {
    const text = '12:05 Rain. 22:50 Wind.';
    expect(afterTimeStamp(text, { start: 12, end: text.length })).toBe(18);
    expect(afterTimeStamp(text, { start: 12, end: 17 })).toBe(12);
  });
});
