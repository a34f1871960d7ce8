import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/corpus/article.js';
import { readCorpus } from '../../src/corpus/folder.js';
import { docxEntries, makeDocx, makeFeed, makePage, makePdf, makeZip } from './documents.js';

/** A text of two paragraphs that no other file has. */
const text = (place: string): [string, string] => [
  `A ferry with forty people on board ran aground off ${place} in the night, the coast guard of ${place} said, and nobody was hurt.`,
  `“It was a long night,” the captain said in ${place}. She had been at sea for thirty years and had never seen such fog near ${place}.`,
];
const prose = (place: string): string => text(place).join('\n\n');
const META =
  '<meta property="og:site_name" content="THE NORWICK TIMES"><meta property="article:published_time" content="2024-03-05">';
const MAIL = 'From: The Sale Post <news@sale.example>\r\nSubject: Aground\r\nDate: Tue, 5 Mar 2024 08:00:00 +0000\r\n';
const item = (place: string): string =>
  `<title>Aground off ${place}</title><pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate><description>${prose(place)}</description>`;

/** What people drop into a folder: what it is, and what becomes of it: ids that are read, or what is said of it. */
const DROPPED: readonly (readonly [
  name: string,
  content: string | Buffer,
  ids: readonly string[],
  said: RegExp | null,
])[] = [
  ['01.txt', ` date 2024-03-05 Aground\n\n${prose('Alm')}`, ['01'], null],
  [
    '02.txt',
    Buffer.from(`\uFEFF date 2024-03-05 Aground\r\n\r\n${prose('Birk')}`, 'utf16le'),
    ['02'],
    /read as utf-16le/,
  ],
  [
    '03.txt',
    Buffer.from(` date 2024-03-05 Aground\n\n${text('Caf\xe9')[0]}`, 'latin1'),
    ['03'],
    /read as windows-1252/,
  ],
  ['04.txt', '', [], /empty/],
  ['05.txt', Buffer.from([0, 1, 2, 3, 255]), [], /binary/],
  ['06.md', `---\ntitle: Aground\ndate: 5 March 2024\n---\n${prose('Dorn')}`, ['06'], null],
  ['07.md', `---\ntitel: Aground\ndate: 2024-03-05\n---\n${prose('Elm')}`, ['07'], /did you mean “title”/],
  ['08.md', `---\ndate: 05/03/2024\n---\n${prose('Furt')}`, ['08'], /is two days/],
  ['09.md', `---\ndate: 2099-03-05\n---\n${prose('Gand')}`, ['09'], /in the future/],
  ['10.md', `---\ntitle: }\n---\n${prose('Hain')}`, [], /no valid YAML/],
  [
    '11.jsonl',
    `{"id":"i-1","text":"It sank."}\n{"id":"i-2","text":"It rose.","date":"2024-03-05"}`,
    ['i-1', 'i-2'],
    null,
  ],
  ['12.jsonl', 'this is no JSON', [], /no JSON/],
  ['13.html', makePage(text('Jade'), { head: META }), ['13'], null],
  ['14.htm', makePage(text('Kiel')), ['14'], /No date was found/],
  ['15.html', '<html><body><script>render()</script></body></html>', [], /holds no text/],
  [
    '16.pdf',
    makePdf([
      [
        { text: 'Aground off Lund', size: 20 },
        { text: 'Published: 5 March 2024', gap: 30 },
        { text: text('Lund')[0].slice(0, 60), gap: 30 },
        text('Lund')[0].slice(60, 110),
        text('Lund')[0].slice(110),
      ],
    ]),
    ['16'],
    null,
  ],
  ['17.pdf', makePdf([[], []]), [], /as a scan does/],
  ['18.pdf', '%PDF-1.7', [], /cannot be read as a PDF/],
  ['19.docx', makeDocx(['# Aground off Mora', ...text('Mora')]), ['19'], /No date was found/],
  ['20.docx', makeZip([{ name: 'photo.jpg', content: 'x' }]), [], /cannot be read as a Word document/],
  ['21.docx', 'not a zip', [], /no Word document/],
  ['22.docx', makeZip(docxEntries([])), [], /no text to answer from/],
  ['23.eml', `${MAIL}\r\n${prose('Nidd')}`, ['23'], null],
  ['24.xml', makeFeed([item('Oder'), item('Pien')]), ['24-aground-off-oder', '24-aground-off-pien'], null],
  ['25.xml', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>', [], /no RSS or Atom feed/],
  ['26.md', `---\ntitle: Again\n---\n${prose('Quill')}`, ['26'], null],
  ['27.md', `---\ntitle: Again, corrected\n---\n${prose('Quill')}\n\nCorrected.`, ['27'], /says what 26\.md says/],
  ['28.xlsx', 'x', [], /left out \(\.xlsx\)/],
  ['29.png', 'x', [], /left out \(\.png\)/],
  ['below/01.txt', prose('Rade'), [], /already taken by 01\.txt/],
];
/** What desktops and browsers leave behind is passed over without a word. */
const LEFT_BEHIND = [
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
  '~$19.docx',
  '.hidden/a.txt',
  '13_files/style.css',
  'README.md',
];

let folder = '';
let corpus: Corpus;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-dropped-'));
  for (const [name, content] of [...DROPPED, ...LEFT_BEHIND.map((name) => [name, 'x'] as const)]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  corpus = await readCorpus(folder, { today: '2026-01-01' });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('thirty files dropped into a folder', () => {
  it.each(DROPPED)('%s is read, or refused in a sentence', (name, _content, ids, said) => {
    expect(corpus.articles.filter(({ file }) => file === name).map(({ id }) => id)).toEqual(ids);
    const messages = corpus.problems.filter(({ file }) => file === name).map(({ message }) => message);
    expect(messages).toEqual(said ? [expect.stringMatching(said)] : []);
  });

  it('have nothing more said of them, and nothing of what was left behind', () => {
    expect(DROPPED).toHaveLength(30);
    const names = DROPPED.map(([name]) => name);
    expect(corpus.problems.filter(({ file }) => !names.includes(file))).toEqual([]);
  });

  it('have their notes told from what was refused', () => {
    const refused = new Set(corpus.problems.filter(({ isNote }) => !isNote).map(({ file }) => file));
    expect([...refused]).toEqual(
      DROPPED.filter(([, , ids]) => ids.length === 0)
        .map(([name]) => name)
        .toSorted(),
    );
  });
});
