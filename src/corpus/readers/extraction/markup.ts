import { parseHTML } from 'linkedom';

/** A node of a parsed page, as far as it is read here. */
export interface PageNode {
  /** 1: an element, 3: text. */
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<PageNode>;
}

/** An element that can be asked for an attribute. */
export interface PageElement extends PageNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}

/** A parsed page, as far as it is read here. */
export interface PageDocument {
  readonly documentElement: PageElement | null;
  readonly body: PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

const ELEMENT = 1;
const TEXT = 3;
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** What shows no words of the text; a picture's caption is the picture's, and menus and footers are the site's. */
const SILENT = new Set(
  'audio button canvas figcaption footer head iframe math nav noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
const HEADING = /^h([1-6])$/;

/** Parses markup; a fragment becomes the body of a page. */
export function parseMarkup(markup: string): PageDocument {
  const isWhole = /<(?:html|body|head)\b/i.test(markup.slice(0, 5_000));
  return parseHTML(isWhole ? markup : `<!doctype html><html><body>${markup}</body></html>`)
    .document as unknown as PageDocument;
}

/**
 * The words of a parsed page as paragraphs with a blank line between, as a reader sees them; headings with Markdown's marks, so that they
 * are known for what they are.
 */
export function wordsOfMarkup(root: PageNode): string {
  const paragraphs: string[] = [];
  let line = '';
  let mark = '';
  const flush = (): void => {
    const lines = linesOf(line);
    if (lines.length > 0)
      paragraphs.push(mark + (mark === '' ? lines.join('\n') : lines.join(' ').replace(/\s+/g, ' ')));
    line = '';
  };
  // A list of what is still to be visited, and no recursion: a page may nest as deep as it likes.
  const ahead: (PageNode | { readonly leaving: string })[] = [root];
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    if ('leaving' in node) {
      flush();
      if (HEADING.test(node.leaving)) mark = '';
      continue;
    }
    if (node.nodeType === TEXT) {
      line += (node.textContent ?? '').replace(/\s+/g, ' ');
      continue;
    }
    const name = node.localName ?? '';
    if (node.nodeType !== ELEMENT || SILENT.has(name)) continue;
    if (name === 'br') line += '\n';
    if (CELLS.has(name)) line += ' ';
    if (BLOCKS.has(name)) {
      flush();
      const level = HEADING.exec(name)?.[1];
      if (level) mark = `${'#'.repeat(Number(level))} `;
      ahead.push({ leaving: name });
    }
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i];
      if (child) ahead.push(child);
    }
  }
  flush();
  return paragraphs.join('\n\n');
}

const SENTENCE_GOES_ON = /^\p{Ll}/u;
const SENTENCE_ENDS = /[.!?…:;]["”’')]*$/;

/**
 * The lines of a block by its line breaks: one inside a sentence is a space, as pages break a line for its looks; two and more in a row part
 * paragraphs, with an empty line.
 */
function linesOf(block: string): string[] {
  const lines: string[] = [];
  let breaks = 0;
  for (const part of block.split('\n').map((written) => written.replace(/\s+/g, ' ').trim())) {
    const last = lines.at(-1);
    if (part === '') breaks++;
    else {
      if (last === undefined || breaks > 0) {
        if (last !== undefined) lines.push('');
        lines.push(part);
      } else if (SENTENCE_GOES_ON.test(part) && !SENTENCE_ENDS.test(last)) lines[lines.length - 1] = `${last} ${part}`;
      else lines.push(part);
      breaks = 0;
    }
  }
  return lines;
}

/** What mails hide: a line for the list of mails, which says again what the mail says. */
const HIDDEN = '[hidden], [style*="display:none" i], [style*="display: none" i], [style*="mso-hide:all" i]';

/** A fragment of markup as its words, as far as they are shown: a feed's description, a mail. */
export function plainMarkup(markup: string): string {
  const { body } = parseMarkup(markup);
  for (const hidden of body.querySelectorAll(HIDDEN)) hidden.remove();
  return wordsOfMarkup(body);
}
