import { expect, it } from 'vitest';
import { delayClock, madeAt } from '../../src/discord/arrival.js';

const DISCORD_EPOCH = 1_420_070_400_000n;
const NOON = Date.UTC(2024, 4, 1, 12);

function idOf(milliseconds: number): string {
  return ((BigInt(milliseconds) - DISCORD_EPOCH) << 22n).toString();
}

it('reads from an id when it was made', () => {
  expect(madeAt(idOf(NOON))).toBe(NOON);
});

it('gives how much longer an id was on its way than the quickest', () => {
  let now = NOON;
  const delayOf = delayClock(() => now);
  expect(delayOf(idOf(now - 80))).toBe(0);
  now += 1_000;
  expect(delayOf(idOf(now - 80))).toBe(0);
  expect(delayOf(idOf(now - 780))).toBe(700);
});

it('takes a clock that is wrong for one that is right', () => {
  let now = NOON;
  const [ahead, behind] = [delayClock(() => now + 3_600_000), delayClock(() => now - 3_600_000)];
  for (let i = 0; i < 5; i++) {
    now += 500;
    expect([ahead(idOf(now - 40)), behind(idOf(now - 40))]).toEqual([0, 0]);
  }
});

it('takes no notice of what is too old to be on its way, such as an event that is brought again', () => {
  let now = NOON;
  const delayOf = delayClock(() => now);
  delayOf(idOf(now));
  now += 30_000;
  expect(delayOf(idOf(NOON))).toBe(0);
});

it('gets used to a clock that jumped', () => {
  let now = NOON;
  const delayOf = delayClock(() => now);
  delayOf(idOf(now));
  let shift = 5_000;
  const delays = Array.from({ length: 200 }, () => {
    now += 1_000;
    return delayOf(idOf(now - shift));
  });
  shift = 0;
  expect(delays[0]).toBe(5_000);
  expect(delays.at(-1)).toBe(0);
});

it('makes nothing of what is no id', () => {
  expect(delayClock()('none')).toBe(0);
});
