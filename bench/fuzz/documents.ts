import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, loadKnowledge, openArchive } from '../../src/archive.js';
import { ExtractionThread } from '../../src/corpus/readers/extraction/extractionThread.js';
import { mulberry32 } from '../../src/evaluation/mulberry32.js';
import { docxEntries, makeDocx, makeFeed, makePage, makePdf, makeZip } from '../../tests/corpus/documents.js';
import { timed } from '../timing.js';

/** What became of files that are almost articles. */
export interface DocumentFuzz {
  readonly files: number;
  /** Files that at least one article was read from. */
  readonly read: number;
  /** Files that were refused with a sentence. */
  readonly refused: number;
  /** What must not happen: a crash, a file of which nothing is said, an excerpt that is not word for word. */
  readonly faults: readonly string[];
  /** The most that one folder of files took, in milliseconds, and how many files that is. */
  readonly slowestMs: number;
  readonly folderSize: number;
  /** The most memory that the process had meanwhile, in units of 10⁶ bytes. */
  readonly mostMegabytes: number;
}

/** Files in one folder, so that they also meet one another. */
const FOLDER = 50;
const LOOK_EVERY_MS = 50;
/** A file gets so many changes at most. */
const MOST_CHANGES = 6;
const QUESTION = 'what did the captain say about the ferry on Tuesday';

const SENTENCES = [
  'A ferry with forty people on board ran aground off Norwick on Tuesday, the coast guard said.',
  '“It was a long night,” the captain, Ingrid Holm, said. She had never seen such fog.',
  'The strait was closed for 3.5 hours on 5 March 2024; nobody was hurt.',
];
const META =
  '<meta property="og:site_name" content="The Norwick Times"><meta property="article:published_time" content="2024-03-05">';
const MAIL =
  'From: The Sale Post <news@sale.example>\r\nSubject: Aground\r\nDate: Tue, 5 Mar 2024 08:00:00 +0000\r\nContent-Type: text/plain\r\n\r\n';
const ITEM = `<title>Aground</title><pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate><description>${SENTENCES.join(' ')}</description>`;

/** A sound file of each format: what the changes begin with. */
const SOUND: Readonly<Record<string, Buffer>> = {
  txt: Buffer.from(` date 2024-03-05 Aground\n\n${SENTENCES.join('\n\n')}`),
  md: Buffer.from(`---\ntitle: Aground\ndate: 2024-03-05\n---\n${SENTENCES.join('\n\n')}`),
  jsonl: Buffer.from(SENTENCES.map((text, id) => JSON.stringify({ id: `i${id}`, text })).join('\n')),
  html: Buffer.from(makePage(SENTENCES, { head: META })),
  pdf: makePdf([[{ text: 'Aground', size: 20 }, ...SENTENCES]]),
  docx: makeDocx(['# Aground', ...SENTENCES]),
  eml: Buffer.from(`${MAIL}${SENTENCES.join('\r\n\r\n')}`),
  xml: Buffer.from(makeFeed([ITEM, ITEM])),
};

/** Pieces that parsers trip over. */
const NASTY: readonly string[] = [
  '\u0000',
  '\u202e',
  '\u{1f1e6}\u0301',
  '&#x0;&amp;&bogus;',
  '<!ENTITY e SYSTEM "file:///etc/passwd">&e;',
  '<iframe src="http://127.0.0.1/"></iframe>',
  '<script>while(1){}</script>',
  '<![CDATA[',
  ']]>',
  '"""',
  '----\n---\n',
  '%PDF-1.4\n1 0 obj\n<< /Length 99999999 >>\nstream\n',
  '/Kids [1 0 R 2 0 R 3 0 R]',
  'PK\u0003\u0004',
  'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n',
  '9'.repeat(400),
  '“'.repeat(200),
  '('.repeat(300),
  'a'.repeat(3_000),
  'date: 99999-99-99',
  '@everyone <@1> [x](javascript:1)',
];

type Random = () => number;

/**
 * Reads folders of files that are almost articles, of all formats, and asks each folder for an answer, quotes and a timeline.
 * @param count files in all
 */
export async function fuzzDocuments(count: number, seed: number): Promise<DocumentFuzz> {
  const random = mulberry32(seed);
  const extraction = new ExtractionThread();
  const knowledge = await loadKnowledge(null);
  const faults: string[] = [];
  let [files, read, refused, slowestMs, mostBytes] = [0, 0, 0, 0, 0];
  const looking = setInterval(() => {
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss());
  }, LOOK_EVERY_MS);
  try {
    while (files < count) {
      const folder = await mkdtemp(join(tmpdir(), 'dateline-fuzz-'));
      const names = await fill(folder, Math.min(FOLDER, count - files), random);
      const { milliseconds } = await timed(async () => {
        try {
          const archive = await openArchive(folder, { reader: false, snapshots: null, extraction, knowledge });
          const said = new Set(archive.problems.map(({ file }) => file));
          const articles = new Set((await archive.articles()).map(({ file }) => file));
          for (const name of names) {
            if (articles.has(name)) read++;
            else if (said.has(name)) refused++;
            else faults.push(`nothing is said of ${name}, kept in ${folder}`);
          }
          faults.push(...(await lookAtAnswers(archive)));
          await archive.close();
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          // A folder of which nothing can be read is refused as a whole.
          if (/no (?:article|text)/i.test(reason)) refused += names.length;
          else faults.push(`${folder}: ${reason}`);
        }
      });
      slowestMs = Math.max(slowestMs, milliseconds);
      files += names.length;
      if (!faults.some((fault) => fault.includes(folder))) await rm(folder, { recursive: true });
    }
  } finally {
    clearInterval(looking);
    await extraction.close();
  }
  return { files, read, refused, faults, slowestMs, folderSize: FOLDER, mostMegabytes: mostBytes / 1e6 };
}

/** Writes mutated files. @returns their names */
async function fill(folder: string, count: number, random: Random): Promise<string[]> {
  const formats = Object.entries(SOUND);
  for (let number = 0; number < count; number++) {
    const [format, sound] = pick(random, formats);
    const [, other] = pick(random, formats);
    await writeFile(join(folder, `${number}.${format}`), change(sound, other, format, random));
  }
  return readdir(folder);
}

/** Changes a file in ways that damage, cut and mix files. */
function change(sound: Buffer, other: Buffer, format: string, random: Random): Buffer {
  let bytes: Buffer = format === 'docx' && random() < 0.5 ? changedWord(other, random) : Buffer.from(sound);
  for (let changes = Math.floor(random() * MOST_CHANGES); changes >= 0; changes--) {
    const at = Math.floor(random() * (bytes.length + 1));
    const length = Math.floor(random() ** 3 * (bytes.length - at));
    const [before, within, after] = [
      bytes.subarray(0, at),
      bytes.subarray(at, at + length),
      bytes.subarray(at + length),
    ];
    switch (Math.floor(random() * 6)) {
      case 0:
        if (at < bytes.length) bytes[at] = Math.floor(random() * 256);
        break;
      case 1:
        bytes = Buffer.concat([before, after]);
        break;
      case 2:
        bytes = Buffer.concat([before, ...Array(1 + Math.floor(random() * 20)).fill(within), after]);
        break;
      case 3:
        bytes = Buffer.concat([before, Buffer.from(pick(random, NASTY)), within, after]);
        break;
      case 4:
        bytes = Buffer.concat([before, other.subarray(0, Math.floor(random() * other.length)), after]);
        break;
      default:
        bytes = Buffer.concat([within, before, after]);
    }
  }
  return bytes;
}

/** A Word document whose package is whole and whose parts are not. */
function changedWord(other: Buffer, random: Random): Buffer {
  const entries = docxEntries(SENTENCES).map((entry) => {
    if (random() < 0.5) return entry;
    const content = change(Buffer.from(entry.content), other, 'xml', random);
    return random() < 0.2 ? { ...entry, content, claimed: 4_000_000_000 } : { ...entry, content };
  });
  return makeZip([...entries, { name: '../../outside.xml', content: pick(random, NASTY) }]);
}

/** Every excerpt and every quote is a slice of its article, and nothing that is asked throws. */
async function lookAtAnswers(archive: Archive): Promise<string[]> {
  const texts = new Map((await archive.articles()).map(({ id, text }) => [id, text]));
  const { excerpts, closest } = await archive.ask(QUESTION);
  const quotes = await archive.quotes();
  await archive.timeline();
  const shown = [
    ...[...excerpts, ...closest].map(({ text, start, end, article }) => ({ text, start, end, id: article.id })),
    ...quotes.map(({ text, start, end, article }) => ({ text, start, end, id: article.id })),
  ];
  return shown
    .filter(({ text, start, end, id }) => texts.get(id)?.slice(start, end) !== text)
    .map(({ id, start }) => `${id} at ${start}: what is shown is not what stands there`);
}

function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}
