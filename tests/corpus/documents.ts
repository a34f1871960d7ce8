import { crc32, deflateRawSync } from 'node:zlib';

/** One line of a page of a made PDF. */
export interface PdfLineSpec {
  readonly text: string;
  readonly size?: number;
  /** Points between this line and the one above; 14 unless told. */
  readonly gap?: number;
}

/** Makes a PDF of text in Helvetica; a page without lines has a drawing and no text, as a scan has. */
export function makePdf(pages: readonly (readonly (string | PdfLineSpec)[])[]): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const kids: number[] = [];
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (const lines of pages) {
    const content = lines.length === 0 ? '10 10 100 100 re f' : pageContent(lines);
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    kids.push(
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${stream} 0 R >>`,
      ),
    );
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function pageContent(lines: readonly (string | PdfLineSpec)[]): string {
  let y = 800;
  return lines
    .map((line) => {
      const { text, size = 11, gap = 14 } = typeof line === 'string' ? { text: line } : line;
      y -= gap;
      return `BT /F1 ${size} Tf 50 ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;
    })
    .join('\n');
}

/** A file of a made zip archive. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer | string;
  /** What the archive says of its size unpacked; the truth unless told. */
  readonly claimed?: number;
}

/** Makes a zip archive. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claimed } of entries) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(raw), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimed ?? raw.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    local.copy(entry, 10, 8, 28);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, Buffer.from(name));
    parts.push(local, Buffer.from(name), packed);
    at += 30 + name.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listing, end]);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The files of a Word document with these paragraphs; "# " before one makes it a heading. */
export function docxEntries(paragraphs: readonly string[]): ZipEntry[] {
  const body = paragraphs
    .map((text) => {
      const style = text.startsWith('# ') ? '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' : '';
      return `<w:p>${style}<w:r><w:t xml:space="preserve">${text.replace(/^# /, '')}</w:t></w:r></w:p>`;
    })
    .join('');
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/styles.xml',
      content: `<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    },
    { name: 'word/document.xml', content: `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>` },
  ];
}

/** Makes a Word document. */
export function makeDocx(paragraphs: readonly string[]): Buffer {
  return makeZip(docxEntries(paragraphs));
}

/** What a made page says of itself beside its text. */
export interface PageSpec {
  readonly head?: string;
  readonly title?: string;
}

/** Makes a page as a paper's site has it: menu, article, footer. */
export function makePage(
  paragraphs: readonly string[],
  { head = '', title = 'Ferry runs aground off Norwick' }: PageSpec = {},
): string {
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>${title}</h1>${text}</article></main>
<footer>All rights reserved. <a href="/terms">Terms</a></footer><script>track()</script></body></html>`;
}

/** Makes an RSS feed. */
export function makeFeed(items: readonly string[], title = 'The Norwick Times'): string {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><link>https://norwick.example/</link><description>News</description>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;
}
