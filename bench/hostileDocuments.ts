import type { DocumentFormat } from '../src/corpus/readers/extraction/extracted.js';
import { docxEntries, makeFeed, makePdf, makeZip } from '../tests/corpus/documents.js';
import type { HostileText } from './hostileTexts.js';

/** Makes a document whose parser has about so many characters to read. */
export type HostileDocument = (length: number) => Buffer;

/** A format, and what makes a document of it. */
export interface HostileKind {
  readonly format: DocumentFormat;
  readonly make: HostileDocument;
}

const SENTENCE = 'A ferry ran aground off Norwick in the night, the coast guard said, and nobody was hurt. ';

const repeated =
  (piece: string): HostileText =>
  (length) =>
    piece.repeat(Math.ceil(length / piece.length));
const page = (make: HostileText): HostileKind => ({ format: 'page', make: (length) => Buffer.from(make(length)) });
const feed = (make: HostileText): HostileKind => ({ format: 'feed', make: (length) => Buffer.from(make(length)) });
const mail = (make: HostileText): HostileKind => ({ format: 'email', make: (length) => Buffer.from(make(length)) });
const pdf = (make: HostileDocument): HostileKind => ({ format: 'pdf', make });
const word = (body: HostileText): HostileKind => ({
  format: 'word',
  make: (length) =>
    makeZip(
      docxEntries([]).map((entry) =>
        entry.name === 'word/document.xml'
          ? { ...entry, content: String(entry.content).replace('<w:body>', `<w:body>${body(length)}`) }
          : entry,
      ),
    ),
});

/** Each entity is ten of the one before: a few lines that unfold to gigabytes. */
function entityBomb(length: number): string {
  let entities = '<!ENTITY e0 "lol">';
  for (let i = 1; i < 30; i++) entities += `<!ENTITY e${i} "${`&e${i - 1};`.repeat(10)}">`;
  return `<?xml version="1.0"?><!DOCTYPE rss [${entities}]><rss version="2.0"><channel><title>&e29;</title>${repeated(
    '<item><title>&e29;</title><description>&e29; It sank.</description></item>',
  )(length)}</channel></rss>`;
}

/** Parts in parts, each with a boundary of its own. */
function nestedParts(length: number): string {
  let parts = '';
  for (let i = 0; parts.length < length; i++) {
    parts += `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`;
  }
  return `Subject: x\r\n${parts}`;
}

/** Documents that nobody writes and anybody can drop into a folder, by what they go on with for ever. */
export const HOSTILE_DOCUMENTS: Readonly<Record<string, HostileKind>> = {
  'page: paragraphs': page(repeated(`<p>${SENTENCE}</p>`)),
  'page: elements in elements': page(repeated('<div>')),
  'page: tables in tables': page(repeated('<table><tr><td>')),
  'page: lists in lists': page(repeated('<ul><li>a')),
  'page: open tags': page(repeated('<p')),
  'page: links': page(repeated('<a href="/x">go there</a> ')),
  'page: attributes': page((length) => `<p ${repeated('a="b" ')(length)}>${SENTENCE}</p>`),
  'page: comments': page(repeated('<!-- ')),
  'page: brackets in JSON-LD': page(
    (length) => `<script type="application/ld+json">${repeated('[')(length)}</script><p>${SENTENCE}`,
  ),
  'page: articles in JSON-LD': page(
    (length) => `<script type="application/ld+json">[${repeated('{"@graph":[{}]},')(length)}{}]</script><p>${SENTENCE}`,
  ),
  'page: meta tags': page(
    (length) => `<head>${repeated('<meta name="date" content="2024">')(length)}</head><p>${SENTENCE}`,
  ),
  'page: styles': page((length) => `<style>${repeated('.a .b{display:none}')(length)}</style><p>${SENTENCE}`),
  'page: entities': page((length) => `<p>${repeated('&amp;')(length)}`),
  'page: breaks': page((length) => `<p>a${repeated('<br>')(length)}`),
  'feed: items': feed((length) =>
    makeFeed([...Array(Math.ceil(length / 100))].map(() => `<title>A</title><description>${SENTENCE}</description>`)),
  ),
  'feed: elements in elements': feed((length) => `<rss version="2.0"><channel>${repeated('<item>')(length)}`),
  'feed: entities in entities': feed(entityBomb),
  'feed: open tags': feed((length) => `<rss version="2.0"><channel>${repeated('<item ')(length)}`),
  'mail: lines': mail((length) => `Subject: x\r\n\r\n${repeated(`${SENTENCE}\r\n`)(length)}`),
  'mail: headers': mail(repeated('X-A: b\r\n')),
  'mail: one long header': mail((length) => `Subject: ${repeated('=?utf-8?q?a?= ')(length)}\r\n\r\nIt sank.`),
  'mail: parts in parts': mail(nestedParts),
  'pdf: lines': pdf((length) => makePdf([Array(Math.ceil(length / SENTENCE.length)).fill(SENTENCE)])),
  'pdf: pages': pdf((length) => makePdf(Array(Math.ceil(length / 300)).fill([SENTENCE]))),
  'pdf: arrays in arrays': pdf((length) => Buffer.from(`%PDF-1.4\n1 0 obj\n${repeated('[')(length)}`)),
  'pdf: objects without an end': pdf((length) =>
    Buffer.from(`%PDF-1.4\n${repeated('1 0 obj << /Type /Page ')(length)}`),
  ),
  'word: paragraphs': word(repeated(`<w:p><w:r><w:t>${SENTENCE}</w:t></w:r></w:p>`)),
  'word: tables in tables': word(repeated('<w:tbl><w:tr><w:tc>')),
  'word: runs': word((length) => `<w:p>${repeated('<w:r><w:t>a</w:t></w:r>')(length)}</w:p>`),
  'word: zeros that unpack to gigabytes': {
    format: 'word',
    make: (length) => makeZip([{ name: 'word/document.xml', content: Buffer.alloc(length * 200) }]),
  },
};
