import { expect } from 'vitest';
import type { Drawn } from '../../src/discord/draw.js';
import { LIVE_MARKUP, live } from './texts.js';

/** Everything in Discord's documentation that a message could exceed. */
export function expectWithinLimits(drawn: Drawn): void {
  let total = 0;
  for (const { author, description, footer } of drawn.embeds) {
    const [name, body, foot] = [author?.name ?? '', description ?? '', footer?.text ?? ''];
    expect(name.length).toBeLessThanOrEqual(256);
    expect(body.length).toBeLessThanOrEqual(4_096);
    expect(body.length).toBeGreaterThan(0);
    expect(foot.length).toBeLessThanOrEqual(2_048);
    total += name.length + body.length + foot.length;
  }
  expect(drawn.embeds.length).toBeLessThanOrEqual(10);
  expect(total).toBeLessThanOrEqual(6_000);
  const buttons = drawn.components.flatMap(({ components }) => components);
  expect(drawn.components.length).toBeLessThanOrEqual(5);
  expect(new Set(buttons.map(({ custom_id }) => custom_id)).size).toBe(buttons.length);
  for (const { custom_id, label } of buttons) {
    expect(custom_id.length).toBeLessThanOrEqual(100);
    expect(label.length).toBeLessThanOrEqual(80);
  }
  for (const { description } of drawn.files) expect(description.length).toBeLessThanOrEqual(1_024);
}

/** The only links are headlines, whole and to http or https; everything else shows as it was written. */
export function expectHarmless(drawn: Drawn): void {
  for (const { description = '' } of drawn.embeds) {
    for (const line of description.split('\n')) {
      const linkless = live(line.replace(/^\*\*\[(.*)\]\((https?:\/\/[^()\s]+)\)\*\*$/, '**$1**'));
      expect(linkless.replace(/^> /, '').replaceAll('**', '')).not.toMatch(LIVE_MARKUP);
    }
  }
}
