import { describe, expect, it } from 'vitest';
import help from '../../commands/help.js';
import { loadCommands } from '../../commands/parts/load.js';
import { openSeeds, textOf } from './asking.js';

describe('/help', () => {
  it('names every command there is, with what may be left out in brackets', async () => {
    const commands = await loadCommands();
    const reply = await help.run({ archive: await openSeeds(), options: {}, commands });
    const text = textOf(reply);
    expect(text).toContain('/ask question [source] [after] [before] [private]');
    expect(text).toContain('Right-click or hold a message → Apps → Find in sources');
    for (const { description } of commands) expect(text).toContain(description);
    expect(text).toContain('4 articles (18 October 2023 to 20 October 2023)');
    expect(reply.private).toBe(true);
  });
});
