import { RequestError } from '../src/archive.js';
import { defineCommand, file, optionalText, type Request } from './parts/command.js';
import { additionReply, keeperIn } from './parts/keeping.js';
import type { Reply } from './parts/reply.js';

const OPTIONS = {
  file: file('An article as a file: .txt, .md, .html, .pdf, .docx, .eml, .jsonl or a feed'),
  link: optionalText('Or the address of a page, a feed or a document', { maxLength: 1_000 }),
};

/** Adds an article to the corpus once it reads well. */
export default defineCommand({
  kind: 'slash',
  name: 'corpus add',
  description: 'Add an article from a file or a link, once it reads well',
  options: OPTIONS,
  forManagers: true,
  privateByDefault: true,
  run: add,
});

async function add(request: Request<typeof OPTIONS>): Promise<Reply> {
  const keeper = keeperIn(request);
  const { file: attached, link } = request.options;
  if (attached && link) throw new RequestError('One at a time, please: a file or a link.');
  if (attached) return additionReply(await keeper.addFile(attached.name, await attached.read(), 'discord'));
  if (link) return additionReply(await keeper.addLink(link, 'discord'));
  throw new RequestError('There is nothing to add: attach a file, or give a link.');
}
