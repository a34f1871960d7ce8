import type { ArticleSpan } from '../../../commands/parts/reply.js';
import type { ArticleText } from '../articleText.js';
import { byId, element } from './elements.js';

/** The article beside the answer, with the excerpt marked. */
export class ArticlePanel {
  readonly #panel = byId('article');
  readonly #onClose: () => void;
  #opener: HTMLElement | null = null;

  /** @param onClose is told when the reader closes it */
  constructor(onClose: () => void) {
    this.#onClose = onClose;
    this.#panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  /** @param opener gets the focus back when the panel is closed */
  show(article: ArticleText, span: ArticleSpan, opener: HTMLElement | null): void {
    this.#opener = opener;
    const close = element('button', { type: 'button', class: 'close', 'aria-label': 'Close the article' }, '×');
    close.addEventListener('click', () => this.close());
    const heading = element('h2', { id: 'article-title', tabindex: '-1' }, article.title);
    const text = element('div', {
      class: 'article-text',
      tabindex: '0',
      role: 'region',
      'aria-label': 'Text of the article',
    });
    for (const paragraph of article.paragraphs) text.append(...drawParagraph(paragraph, span));
    this.#panel.replaceChildren(
      element(
        'header',
        { class: 'article-head' },
        element('div', { class: 'article-title-line' }, heading, close),
        element('p', { class: 'source' }, article.source),
        element('p', { class: 'file' }, article.file ?? article.id),
        article.url ? openOriginal(article.url) : null,
        ...article.problems.map((problem) => element('p', { class: 'problem' }, problem)),
      ),
      text,
    );
    this.#panel.hidden = false;
    document.body.classList.add('reading');
    heading.focus({ preventScroll: true });
    text.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }

  close(): void {
    if (this.#panel.hidden) return;
    this.#panel.hidden = true;
    document.body.classList.remove('reading');
    if (this.#opener?.isConnected) this.#opener.focus();
    this.#onClose();
  }
}

function openOriginal(url: string): HTMLElement {
  const link = element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, 'Open the original');
  return element('p', {}, link, ` at ${new URL(url).hostname}`);
}

type Paragraph = ArticleText['paragraphs'][number];

/** A paragraph, a line of the file each, with what lies within the span marked. */
function drawParagraph({ kind, start, text }: Paragraph, span: ArticleSpan): HTMLElement[] {
  const from = Math.max(0, Math.min(text.length, span.start - start));
  const to = Math.max(from, Math.min(text.length, span.end - start));
  const marked = from < to ? element('mark', {}, text.slice(from, to)) : null;
  return [element('p', { class: kind }, text.slice(0, from), marked, text.slice(to))];
}
