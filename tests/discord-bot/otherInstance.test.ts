import { describe, expect, it } from 'vitest';
import { otherInstanceWatch } from '../../src/discord/otherInstance.js';
import { quietLog } from '../../src/terminal/log.js';

const HOUR_MS = 3_600_000;

function watched() {
  let time = 0;
  const lines: string[] = [];
  const onAnswered = otherInstanceWatch(
    quietLog('warn', (line) => lines.push(line)),
    () => time,
  );
  const answered = (at: number): void => {
    time = at;
    onAnswered();
  };
  return { lines, answered };
}

describe('an interaction that was answered already', () => {
  it('is no news once or twice, as a lost receipt does that too', () => {
    const { lines, answered } = watched();
    for (const at of [0, 10, 10 + 2 * HOUR_MS]) answered(at);
    expect(lines).toEqual([]);
  });

  it('again and again shows a second Dateline, which is said once an hour', () => {
    const { lines, answered } = watched();
    for (let at = 0; at < HOUR_MS; at += 1_000) answered(at);
    expect(lines).toEqual([expect.stringContaining('another Dateline seems to run with this DISCORD_TOKEN')]);
    for (let at = HOUR_MS; at < HOUR_MS + 10_000; at += 1_000) answered(at);
    expect(lines).toHaveLength(2);
  });
});
