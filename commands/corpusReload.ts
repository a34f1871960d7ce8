import { count } from './parts/citation.js';
import { defineCommand } from './parts/command.js';
import { keeperIn, managersReply } from './parts/keeping.js';

/** Reads the articles again. */
export default defineCommand({
  kind: 'slash',
  name: 'corpus reload',
  description: 'Read the articles again, where a change was not noticed',
  options: {},
  forManagers: true,
  privateByDefault: true,
  async run(request) {
    await keeperIn(request).reload();
    return managersReply(`Read again: ${count(request.archive.size.articles, 'article')} by now.`);
  },
});
