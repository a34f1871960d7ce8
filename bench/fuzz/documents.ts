import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge, openArchive } from '../../src/archive.js';
import { ExtractionThread } from '../../src/corpus/readers/extraction/extractionThread.js';
import { mulberry32 } from '../../src/evaluation/mulberry32.js';
import { docxEntries, makeDocx, makeFeed, makePage, makePdf, makeZip } from '../../tests/corpus/documents.js';
import { pick, type Random } from '../pick.js';
import { timed } from '../timing.js';
import { lookAtAnswers } from './answersLookedAt.js';
import type { FuzzRow } from './fuzz.js';
import { NASTY, SENTENCES } from './pieces.js';

/** Files in one folder, so that they also meet one another. */
const FOLDER = 50;
const LOOK_EVERY_MS = 50;
/** A file gets so many changes at most. */
const MOST_CHANGES = 6;
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

/**
 * Reads folders of files that are almost articles, of all formats, and asks each folder for an answer, quotes and a timeline.
 * @param count files in all
 */
export async function fuzzDocuments(count: number, seed: number): Promise<FuzzRow> {
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
  const megabytes = (mostBytes / 1e6).toFixed(0);
  const outcome = `${read} read, ${refused} refused with a sentence; ${FOLDER} are timed together; ${megabytes} MB at most`;
  return { what: 'files of all formats', cases: files, faults, slowestMs, outcome };
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
