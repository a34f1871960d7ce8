import { setImmediate } from 'node:timers/promises';
import type { Article, Corpus, Problem } from '../../corpus/article.js';
import type { Acronym } from '../acronyms.js';
import { type Form, ForwardIndex, type ForwardParts, type IndexedToken } from '../forwardIndex.js';
import { InvertedIndex, type InvertedParts } from '../invertedIndex.js';
import type { PassageContents } from '../passageContents.js';
import { packArticles, unpackArticles } from './packedArticles.js';
import { openSections, type SectionBytes, type SectionFile, SectionFileError, writeSections } from './sectionFile.js';

/** What was read of a corpus, and need not be read again. */
export interface KeptCorpus {
  readonly corpus: Corpus;
  readonly passages: PassageContents;
  readonly acronyms: readonly Acronym[];
  /** The day on which it was read, 'YYYY-MM-DD'. */
  readonly readOn: string;
}

/** Articles that are packed or unpacked in a row before others get their turn: a few milliseconds' work. */
const SLICE = 100;

/** What a snapshot says of itself. */
interface About {
  readonly articles: number;
  readonly problems: readonly Problem[];
  readonly indexProblems: readonly Problem[];
  readonly acronyms: readonly Acronym[];
  readonly readOn: string;
}

type Section = readonly [string, SectionBytes];

/**
 * Keeps what was read of a corpus in a file.
 * @param madeFrom says what it was read from, and by what; the same must be asked for to have it back
 * @param signal once it is aborted, nothing more is written, and what was there before stays
 * @throws Error when it cannot be written
 */
export async function writeSnapshot(
  path: string,
  madeFrom: string,
  kept: KeptCorpus,
  signal?: AbortSignal,
): Promise<void> {
  await writeSections(path, madeFrom, checked(sectionsOf(kept), signal));
}

/** A section at a time, each when it is its turn. */
async function* checked(sections: Iterable<Section>, signal: AbortSignal | undefined): AsyncGenerator<Section> {
  for (const section of sections) {
    signal?.throwIfAborted();
    yield section;
    await setImmediate();
  }
}

function* sectionsOf({ corpus: { articles, problems }, passages, acronyms, readOn }: KeptCorpus): Generator<Section> {
  const { sentences, articleTerms, forms, sentenceTokens, titleTokens, firstPassage } = passages;
  yield json('about', {
    articles: articles.length,
    problems,
    indexProblems: passages.problems,
    acronyms,
    readOn,
  } satisfies About);
  for (let at = 0; at < articles.length; at += SLICE) {
    const { texts, rest, numbers } = packArticles(articles.slice(at, at + SLICE));
    yield [`articles ${at} texts`, texts];
    yield [`articles ${at} rest`, rest];
    yield [`articles ${at} numbers`, numbers];
  }
  yield ['first passages', firstPassage];
  yield json(
    'forms',
    forms.flatMap(({ surface, term }) => [surface, term]),
  );
  yield* invertedSections('sentences', sentences.parts);
  yield* invertedSections('articles', articleTerms.parts);
  yield* forwardSections('sentences', sentenceTokens.parts);
  yield* forwardSections('titles', titleTokens.parts);
}

function* invertedSections(name: string, parts: InvertedParts): Generator<Section> {
  yield json(
    `${name} vocabulary`,
    parts.vocabulary.flatMap(({ term, surface }) => [term, surface]),
  );
  yield [`${name} offsets`, parts.offsets];
  yield [`${name} docs`, parts.docs];
  yield [`${name} frequencies`, parts.frequencies];
  yield [`${name} lengths`, parts.lengths];
  yield [`${name} names`, parts.names];
}

function* forwardSections(name: string, { offsets, columns, oversized }: ForwardParts): Generator<Section> {
  yield [`${name} token offsets`, offsets];
  yield [`${name} token forms`, columns.forms];
  yield [`${name} token starts`, columns.starts];
  yield [`${name} token lengths`, columns.lengths];
  yield [`${name} token positions`, columns.positions];
  yield [`${name} token capitals`, columns.capitals];
  yield json(`${name} oversized`, [...oversized]);
}

function json(name: string, value: unknown): Section {
  return [name, Buffer.from(JSON.stringify(value))];
}

/**
 * What was kept of a corpus.
 * @param madeFrom what it must have been read from, and by what
 * @returns null when nothing is kept, or something that was read from other files or by another Dateline
 * @throws SectionFileError when what is kept was cut short or damaged
 */
export async function readSnapshot(path: string, madeFrom: string): Promise<KeptCorpus | null> {
  const file = await openSections(path).catch((error: unknown) => {
    if (error instanceof SectionFileError) throw error;
    return null;
  });
  if (!file) return null;
  try {
    return file.about === madeFrom ? await readKept(file) : null;
  } finally {
    await file.close();
  }
}

async function readKept(file: SectionFile): Promise<KeptCorpus> {
  const about = await readJson<About>(file, 'about');
  const articles: Article[] = [];
  for (let at = 0; at < about.articles; at += SLICE) {
    const texts = await file.read(`articles ${at} texts`);
    const rest = await file.read(`articles ${at} rest`);
    const numbers = await readNumbers(Int32Array, file, `articles ${at} numbers`);
    for (const article of unpackArticles({ texts, rest, numbers })) articles.push(article);
  }
  const flatForms = await readJson<string[]>(file, 'forms');
  const forms: Form[] = [];
  for (let i = 0; i < flatForms.length; i += 2)
    forms.push({ surface: flatForms[i] ?? '', term: flatForms[i + 1] ?? '' });
  const passages: PassageContents = {
    sentences: await readInverted(file, 'sentences'),
    articleTerms: await readInverted(file, 'articles'),
    forms,
    problems: about.indexProblems,
    sentenceTokens: await readForward(file, 'sentences', forms),
    titleTokens: await readForward(file, 'titles', forms),
    firstPassage: await readNumbers(Uint32Array, file, 'first passages'),
  };
  const { problems, acronyms, readOn } = about;
  return { corpus: { articles, problems }, passages, acronyms, readOn };
}

async function readInverted(file: SectionFile, name: string): Promise<InvertedIndex> {
  const flat = await readJson<string[]>(file, `${name} vocabulary`);
  const vocabulary: InvertedParts['vocabulary'][number][] = [];
  for (let i = 0; i < flat.length; i += 2) vocabulary.push({ term: flat[i] ?? '', surface: flat[i + 1] ?? '' });
  return new InvertedIndex({
    vocabulary,
    offsets: await readNumbers(Uint32Array, file, `${name} offsets`),
    docs: await readNumbers(Int32Array, file, `${name} docs`),
    frequencies: await file.read(`${name} frequencies`),
    lengths: await readNumbers(Uint32Array, file, `${name} lengths`),
    names: await file.read(`${name} names`),
  });
}

async function readForward(file: SectionFile, name: string, forms: readonly Form[]): Promise<ForwardIndex> {
  return new ForwardIndex(forms, {
    offsets: await readNumbers(Uint32Array, file, `${name} token offsets`),
    columns: {
      forms: await readNumbers(Uint32Array, file, `${name} token forms`),
      starts: await readNumbers(Uint16Array, file, `${name} token starts`),
      lengths: await file.read(`${name} token lengths`),
      positions: await file.read(`${name} token positions`),
      capitals: await file.read(`${name} token capitals`),
    },
    oversized: new Map(await readJson<[number, IndexedToken[]][]>(file, `${name} oversized`)),
  });
}

interface NumberArray<Numbers> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, start: number, length: number): Numbers;
}

/** The numbers of a section, where they lie. */
async function readNumbers<Numbers>(Kind: NumberArray<Numbers>, file: SectionFile, name: string): Promise<Numbers> {
  const { buffer, byteOffset, byteLength } = await file.read(name);
  return new Kind(buffer, byteOffset, byteLength / Kind.BYTES_PER_ELEMENT);
}

/** What was written as JSON, in the shape in which it was written: the section's checksum says that it is that. */
async function readJson<T>(file: SectionFile, name: string): Promise<T> {
  const { buffer, byteOffset, byteLength } = await file.read(name);
  return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString()) as T;
}
