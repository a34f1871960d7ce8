import type { ArticleHead } from '../src/corpus/article.js';
import { articleRef } from '../src/corpus/excerpt.js';
import { count, datedSourceLine } from './parts/citation.js';
import { defineCommand, flag, type Request } from './parts/command.js';
import { spanInWords } from './parts/dates.js';
import { PAGE_ACTION, pageButtons, pageNumber, position } from './parts/pages.js';
import { NO_ARTICLES, type Reply, type Section } from './parts/reply.js';

/** About one screen of a phone. */
const ARTICLES_PER_PAGE = 6;

const OPTIONS = { private: flag('Only you see the list') };

/** Lists every article: title, outlet, agency, date and how that is known. */
export default defineCommand({
  kind: 'slash',
  name: 'sources',
  description: 'Every article that is searched, with source and date',
  options: OPTIONS,
  run: (request) => listPage(request, '0'),
  async rows({ archive }) {
    const rows = (await archive.catalogue()).map(articleRef);
    return { rows, found: rows.length > 0 };
  },
  actions: { [PAGE_ACTION]: { place: 'here', run: (request) => listPage(request, request.arg) } },
});

async function listPage({ archive, options }: Request<typeof OPTIONS>, arg: string): Promise<Reply> {
  const articles = await archive.catalogue();
  const pages = Math.max(1, Math.ceil(articles.length / ARTICLES_PER_PAGE));
  const page = pageNumber(arg, pages);
  const shown = articles.slice(page * ARTICLES_PER_PAGE, (page + 1) * ARTICLES_PER_PAGE);
  const { firstDate, lastDate } = archive.size;
  return {
    tone: 'answer',
    lead:
      articles.length > 0
        ? `${count(articles.length, 'article')}, ${spanInWords(firstDate, lastDate)}, oldest first:`
        : NO_ARTICLES,
    sections: shown.map(articleSection),
    position: position(page, pages),
    buttons: pageButtons(page, pages),
    private: options.private,
  };
}

function articleSection(article: ArticleHead): Section {
  return {
    headline: article.title,
    url: article.url,
    citations: [datedSourceLine(article), article.file ?? article.id],
    place: { article: article.id, start: 0, end: 0 },
  };
}
