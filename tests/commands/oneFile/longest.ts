import { defineCommand, optionalText, type Request } from '../../../commands/parts/command.js';
import { PAGE_ACTION, pageButtons, pageNumber, position } from '../../../commands/parts/pages.js';
import type { Reply } from '../../../commands/parts/reply.js';

const OPTIONS = { word: optionalText('A word that it must have', { maxLength: 20 }) };

/** All that a new command takes: this file. The test beside it shows that every way in has it then. */
export default defineCommand({
  kind: 'slash',
  name: 'longest-title',
  typed: 'longest',
  description: 'The longest title there is',
  options: OPTIONS,
  run: (request) => page(request, '0'),
  async rows({ archive, options, limit }) {
    const rows = (await titles({ archive, options })).slice(0, limit);
    return { rows, found: rows.length > 0 };
  },
  limited: true,
  actions: { [PAGE_ACTION]: { place: 'here', run: (request) => page(request, request.arg) } },
});

async function titles({ archive, options }: Pick<Request<typeof OPTIONS>, 'archive' | 'options'>): Promise<string[]> {
  const all = (await archive.articles()).map(({ title }) => title);
  return all.filter((title) => title.includes(options.word ?? '')).sort((a, b) => b.length - a.length);
}

async function page(request: Request<typeof OPTIONS>, arg: string): Promise<Reply> {
  const found = await titles(request);
  const at = pageNumber(arg, found.length);
  return {
    tone: 'answer',
    sections: found.slice(at, at + 1).map((headline) => ({ headline })),
    position: position(at, found.length),
    buttons: pageButtons(at, found.length),
    private: false,
  };
}
