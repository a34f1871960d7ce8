import { rankChoices } from './parts/choices.js';
import { datedSourceLine } from './parts/citation.js';
import { type Choice, defineCommand, type Request, requiredText, type Typing } from './parts/command.js';
import { keeperIn, restorationReply } from './parts/keeping.js';
import type { Reply } from './parts/reply.js';

const OPTIONS = {
  article: requiredText('Its headline, its id, or the name of its file', { maxLength: 300, suggest: suggestArticles }),
};

/** Takes an article out of the corpus; its file is kept. */
export default defineCommand({
  kind: 'slash',
  name: 'corpus remove',
  description: 'Take an article out; its file is kept, and /corpus undo puts it back',
  options: OPTIONS,
  forManagers: true,
  privateByDefault: true,
  run: remove,
});

async function remove(request: Request<typeof OPTIONS>): Promise<Reply> {
  const { article: wanted } = request.options;
  const titled = (await request.archive.catalogue()).filter(
    ({ title }) => title.toLowerCase() === wanted.toLowerCase(),
  );
  // Two articles of one headline are told apart by their ids, which the suggestions bring.
  const [only] = titled.length === 1 ? titled : [];
  return restorationReply(await keeperIn(request).remove(only?.id ?? wanted, 'discord'));
}

/** Articles by headline, with their source and date. */
async function suggestArticles({ typed, archive }: Typing): Promise<Choice[]> {
  const titled = (await archive.catalogue()).map((article) => ({
    id: article.id,
    value: article.title,
    label: `${article.title} · ${datedSourceLine(article)}`,
  }));
  const ids = new Map<Choice, string>(titled.map((choice) => [choice, choice.id]));
  const ranked = await rankChoices(titled, typed);
  return ranked.map((choice) => ({ label: choice.label, value: ids.get(choice) ?? choice.value }));
}
