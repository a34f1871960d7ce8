import { createHash } from 'node:crypto';
import type { ExtractedArticle } from '../corpus/readers/extraction/extracted.js';
import type { NewFile } from './corpusFolder.js';

/** Characters of a digest that tell a feed's items apart. */
const KEY_LENGTH = 16;

/** What tells a feed's item from its others, the same whenever the feed is fetched. */
export function itemKey({ url, title, text }: ExtractedArticle): string {
  return createHash('sha256')
    .update(url ?? `${title ?? ''}\n${text}`)
    .digest('hex')
    .slice(0, KEY_LENGTH);
}

/** A feed's item as an article of its own, in Markdown named after its title. */
export function itemFile({ title, text, outlet, url, published }: ExtractedArticle): NewFile {
  const said = { title, outlet, url, date: published };
  const lines = Object.entries(said).flatMap(([name, value]) => (value ? [`${name}: ${JSON.stringify(value)}`] : []));
  const from = Buffer.from(`---\n${lines.join('\n')}\n---\n${text}\n`);
  return { name: 'article.md', isNamedByTitle: true, from, metadata: null };
}
