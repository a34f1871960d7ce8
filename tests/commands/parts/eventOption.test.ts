import { beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../../commands/parts/command.js';
import { apartFromEvent, isEventOption, suggestEvents, withEvents } from '../../../commands/parts/eventOption.js';
import { loadCommands } from '../../../commands/parts/load.js';

let commands: readonly Command[];
beforeAll(async () => {
  commands = await loadCommands();
});
const NAMES = ['bridge', 'harbour'];
const named = (name: string) => commands.find((command) => command.name === name) as Command;

describe('the option that chooses an event', () => {
  it('is not there where there is one event', () => {
    const shown = withEvents(commands, []);
    expect(shown.filter(({ options, name }) => 'event' in options && name !== 'corpus use')).toEqual([]);
    expect(shown.map(({ name }) => name)).not.toContain('corpus use');
    expect(shown.find(({ name }) => name === 'ask')).toBe(named('ask'));
  });

  it('is one of each command that asks the articles, where there are several', () => {
    const having = withEvents(commands, NAMES).filter(({ options }) => 'event' in options);
    expect(having.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ask', 'quote', 'timeline', 'compare', 'sources', 'news', 'corpus add', 'corpus undo']),
    );
    expect(having.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['help']));
    expect(having.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['Find in sources']));
  });

  it('is kept apart from a command’s own options', () => {
    const given = { question: 'who', event: ' harbour ' };
    expect(apartFromEvent(named('ask'), given)).toEqual({ given: { question: 'who' }, event: 'harbour' });
    expect(apartFromEvent(named('ask'), { question: 'who', event: ' ' }).event).toBeNull();
    expect(apartFromEvent(named('corpus use'), given)).toEqual({ given, event: null });
    expect([isEventOption(named('ask'), 'event'), isEventOption(named('corpus use'), 'event')]).toEqual([true, false]);
  });

  it('suggests names that fit, misspelt ones too', async () => {
    expect((await suggestEvents(NAMES, 'hrabour')).map(({ value }) => value)).toEqual(['harbour']);
  });
});
