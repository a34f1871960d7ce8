import { describe, expect, it } from 'vitest';
import { defineCommand, file, flag, requiredText } from '../../commands/parts/command.js';
import { notice } from '../../commands/parts/reply.js';
import { declareCommands } from '../../src/discord/declaration.js';

const run = async () => notice('Done.');
const plain = defineCommand({ kind: 'slash', name: 'ask', description: 'Asks', options: {}, run });
const subcommand = (name: string, forManagers = true) =>
  defineCommand({ kind: 'slash', name, description: `Does ${name}`, options: {}, forManagers, run });

describe('a declaration', () => {
  it('has commands of two words under their first one', () => {
    const declared = declareCommands([plain, subcommand('shelf add'), subcommand('shelf clear')], false);
    expect(declared.map(({ name }) => name)).toEqual(['ask', 'shelf']);
    expect(declared[1]).toMatchObject({
      description: 'add, clear',
      options: [
        { type: 1, name: 'add', description: 'Does shelf add', options: [] },
        { type: 1, name: 'clear', description: 'Does shelf clear', options: [] },
      ],
    });
  });

  it('shows managers alone, and in servers alone, what is for them', () => {
    const [everyones, managers] = declareCommands([plain, subcommand('shelf add')], false);
    expect(everyones).not.toHaveProperty('default_member_permissions');
    expect(managers).toMatchObject({ default_member_permissions: '32', contexts: [0], integration_types: [0] });
    expect(declareCommands([subcommand('shelf add')], true)[0]).not.toHaveProperty('contexts');
  });

  it('shows everybody a word under which something is for everybody', () => {
    const [mixed] = declareCommands([subcommand('shelf add'), subcommand('shelf list', false)], false);
    expect(mixed).not.toHaveProperty('default_member_permissions');
  });

  it('asks for a file as Discord does', () => {
    const options = { quiet: flag('Quietly'), text: requiredText('What', { maxLength: 9 }), page: file('A page') };
    const [declared] = declareCommands([{ ...plain, options }], false);
    expect(declared).toMatchObject({ options: [{ name: 'text' }, { name: 'quiet' }, { name: 'page', type: 11 }] });
  });
});
