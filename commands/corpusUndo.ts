import { defineCommand } from './parts/command.js';
import { keeperIn, restorationReply } from './parts/keeping.js';

/** Takes back what was done to the corpus last. */
export default defineCommand({
  kind: 'slash',
  name: 'corpus undo',
  description: 'Take back what was added or removed last, here or by whoever runs Dateline',
  options: {},
  forManagers: true,
  privateByDefault: true,
  run: async (request) => restorationReply(await keeperIn(request).undo('discord')),
});
