import { defineCommand, flag, optionalText, requiredText } from '../../commands/parts/command.js';
import { notice } from '../../commands/parts/reply.js';

/** A command with an option of every type, for tests of how requests and replies are written. */
export const ASK_COMMAND = defineCommand({
  kind: 'slash',
  name: 'ask',
  description: 'Asks',
  options: {
    question: requiredText('What', { maxLength: 200 }),
    source: optionalText('Where', { maxLength: 60 }),
    private: flag('Quietly'),
  },
  run: async () => notice('Nothing.'),
});
