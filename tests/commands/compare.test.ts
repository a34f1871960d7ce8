import { beforeAll, describe, expect, it } from 'vitest';
import command from '../../commands/compare.js';
import { type Archive, RequestError } from '../../src/archive.js';
import { ask, boldIn, openSeeds, textOf } from './asking.js';

let archive: Archive;
beforeAll(async () => {
  archive = await openSeeds();
});

describe('/compare', () => {
  it('shows side by side where the sources differ, the differing words in bold', async () => {
    const reply = await ask(command, archive, { topic: 'nuclear elements', private: false });
    expect(textOf(reply)).toMatch(
      /Wording: “nuclear elements” in .*AFP.* · “nuclear components” in Complete News World/,
    );
    const bold = reply.sections.flatMap(boldIn);
    expect(bold).toContain('nuclear elements');
    expect(bold).toContain('nuclear components');
  });

  it('shows each line with its own source and date', async () => {
    const reply = await ask(command, archive, { topic: 'nuclear elements', private: false });
    for (const { quotation, citations } of reply.sections) if (quotation) expect(citations).toHaveLength(2);
  });

  it('says what only one source has', async () => {
    const reply = await ask(command, archive, { topic: 'containers of military equipment', private: false });
    expect(textOf(reply)).toContain('Only in one source');
    expect(textOf(reply)).toContain('1,000 containers');
  });

  it('judges nothing', async () => {
    const reply = await ask(command, archive, { topic: 'US policy', private: false });
    expect([reply.lead, ...reply.sections.map(({ headline }) => headline)].join(' ')).not.toMatch(
      /\b(true|false|wrong|right|correct|error|lie)\b/i,
    );
  });

  it('says so when the articles have nothing on it', async () => {
    const reply = await ask(command, archive, { topic: 'zzzz qqqq', private: false });
    expect(reply.tone).toBe('closest');
    expect(reply.lead).toBe('The articles say nothing about “zzzz qqqq”.');
  });

  it('says what is accepted when there is no word in the topic', async () => {
    await expect(ask(command, archive, { topic: '?', private: false })).rejects.toThrow(RequestError);
  });
});
