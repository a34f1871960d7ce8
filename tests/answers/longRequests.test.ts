import { beforeAll, describe, expect, it } from 'vitest';
import { type Archive, createArchive, RequestError } from '../../src/archive.js';

const LONG = 'who met Kim '.repeat(6_000);

describe('what is longer than anybody asks', () => {
  let archive: Archive;
  beforeAll(async () => {
    const knowledge = { vectors: null, aliases: null, problems: [] };
    archive = await createArchive([{ id: 'a', text: 'Lavrov met Kim on Thursday.' }], { knowledge });
  });

  it.each([
    ['a question', () => archive.ask(LONG)],
    ['the name of a source', () => archive.ask('who met Kim', { source: LONG })],
    ['the name of a speaker', () => archive.quotes({ speaker: LONG })],
    ['the topic of quotes', () => archive.statements({ about: LONG })],
    ['a name', () => archive.mentions(LONG)],
    ['the topic of a timeline', () => archive.timeline({ topic: LONG })],
    ['the topic of a comparison', () => archive.compare(LONG)],
    ['a message', () => archive.check(LONG)],
  ] as const)('is refused before any of it is read: %s', async (_what, request) => {
    const refusal = request();
    await expect(refusal).rejects.toThrow(RequestError);
    await expect(refusal).rejects.toThrow(/may have up to [\d,]+ characters, and this one has more/);
  });

  it('is not refused when it is just as long as allowed', async () => {
    const question = `who met Kim${'?'.repeat(1_989)}`;
    expect(question).toHaveLength(2_000);
    expect((await archive.ask(question)).question).toBe(question);
  });

  it('of many relatives in a row ends', async () => {
    const { claims } = await archive.check(`Kim ${'who '.repeat(4_900)}met Lavrov.`);
    expect(claims.length).toBeGreaterThanOrEqual(0);
  });
});
