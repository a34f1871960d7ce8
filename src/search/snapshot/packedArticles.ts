import type { Article, Paragraph, ParagraphKind, Sentence } from '../../corpus/article.js';

/** Numbers of a sentence, of a paragraph, and of an article. */
const SENTENCE_NUMBERS = 3;
const PARAGRAPH_NUMBERS = 6;
const ARTICLE_NUMBERS = 4;
const KINDS: readonly ParagraphKind[] = ['body', 'heading', 'furniture'];
/** What has no other characters takes a byte each. */
const BEYOND_LATIN1 = /[\u0100-\uffff]/;

/** Articles as plain bytes. */
export interface PackedArticles {
  /** Their texts, one after another. */
  readonly texts: Uint8Array;
  /** Everything else that is no span, as JSON. */
  readonly rest: Uint8Array;
  /** Of each article: bytes of its text, whether they are two a character, its paragraphs, its sentences; then all paragraphs; then all sentences. */
  readonly numbers: Int32Array;
}

/** What JSON keeps of an article. */
type Rest = Omit<Article, 'text' | 'paragraphs' | 'sentences'>;

/** Puts articles into few bytes, from which {@link unpackArticles} makes the same again. */
export function packArticles(articles: readonly Article[]): PackedArticles {
  const texts = articles.map(({ text }) => Buffer.from(text, BEYOND_LATIN1.test(text) ? 'utf16le' : 'latin1'));
  const rest = articles.map(({ text: _, paragraphs: __, sentences: ___, ...rest }): Rest => rest);
  const size = articles.reduce(
    (sum, { paragraphs, sentences }) =>
      sum + ARTICLE_NUMBERS + PARAGRAPH_NUMBERS * paragraphs.length + SENTENCE_NUMBERS * sentences.length,
    0,
  );
  const numbers = new Int32Array(size);
  let at = 0;
  for (const [i, { text, paragraphs, sentences }] of articles.entries()) {
    const bytes = texts[i]?.length ?? 0;
    numbers[at++] = bytes;
    numbers[at++] = bytes > text.length ? 1 : 0;
    numbers[at++] = paragraphs.length;
    numbers[at++] = sentences.length;
  }
  for (const { paragraphs } of articles) {
    for (const { start, end, kind, number, firstSentence, endSentence } of paragraphs) {
      numbers[at++] = start;
      numbers[at++] = end;
      numbers[at++] = KINDS.indexOf(kind);
      numbers[at++] = number;
      numbers[at++] = firstSentence;
      numbers[at++] = endSentence;
    }
  }
  for (const { sentences } of articles) {
    for (const { start, end, paragraph } of sentences) {
      numbers[at++] = start;
      numbers[at++] = end;
      numbers[at++] = paragraph;
    }
  }
  return { texts: Buffer.concat(texts), rest: Buffer.from(JSON.stringify(rest)), numbers };
}

/**
 * The articles that were packed. Their texts, paragraphs and sentences are made when they are first asked for, since of a big corpus most
 * never are.
 */
export function unpackArticles(packed: PackedArticles): Article[] {
  const { numbers } = packed;
  // Written by `packArticles`, and checked since.
  const articles = JSON.parse(bufferOf(packed.rest).toString()) as Rest[];
  const at = { text: 0, paragraph: ARTICLE_NUMBERS * articles.length, sentence: 0 };
  at.sentence = at.paragraph;
  for (let i = 0; i < articles.length; i++) at.sentence += PARAGRAPH_NUMBERS * (numbers[ARTICLE_NUMBERS * i + 2] ?? 0);
  return articles.map((rest, i) => {
    const article = new PackedArticle(rest, packed, ARTICLE_NUMBERS * i, { ...at });
    at.text += numbers[ARTICLE_NUMBERS * i] ?? 0;
    at.paragraph += PARAGRAPH_NUMBERS * (numbers[ARTICLE_NUMBERS * i + 2] ?? 0);
    at.sentence += SENTENCE_NUMBERS * (numbers[ARTICLE_NUMBERS * i + 3] ?? 0);
    return article;
  });
}

/** Where an article's text, paragraphs and sentences begin. */
interface Places {
  readonly text: number;
  readonly paragraph: number;
  readonly sentence: number;
}

/** An article whose text is still packed. `{ ...article }` would leave it behind; whoever needs a plain object names what it takes. */
class PackedArticle implements Article {
  readonly id: string;
  readonly file: string | null;
  readonly title: string;
  readonly outlet: string | null;
  readonly agencies: readonly string[];
  readonly url: string | null;
  readonly published: Article['published'];
  readonly dateline: Article['dateline'];
  readonly #packed: PackedArticles;
  /** Where its own numbers are. */
  readonly #own: number;
  readonly #places: Places;
  #text: string | null = null;
  #paragraphs: readonly Paragraph[] | null = null;
  #sentences: readonly Sentence[] | null = null;

  constructor(rest: Rest, packed: PackedArticles, own: number, places: Places) {
    const { id, file, title, outlet, agencies, url, published, dateline } = rest;
    this.id = id;
    this.file = file;
    this.title = title;
    this.outlet = outlet;
    this.agencies = agencies;
    this.url = url;
    this.published = published;
    this.dateline = dateline;
    this.#packed = packed;
    this.#own = own;
    this.#places = places;
  }

  get text(): string {
    if (this.#text !== null) return this.#text;
    const { texts, numbers } = this.#packed;
    const [bytes = 0, isWide = 0] = numbers.subarray(this.#own);
    const { text: begin } = this.#places;
    this.#text = bufferOf(texts).toString(isWide === 1 ? 'utf16le' : 'latin1', begin, begin + bytes);
    return this.#text;
  }

  get paragraphs(): readonly Paragraph[] {
    const { numbers } = this.#packed;
    this.#paragraphs ??= readParagraphs(numbers, this.#places.paragraph, numbers[this.#own + 2] ?? 0);
    return this.#paragraphs;
  }

  get sentences(): readonly Sentence[] {
    const { numbers } = this.#packed;
    this.#sentences ??= readSentences(numbers, this.#places.sentence, numbers[this.#own + 3] ?? 0);
    return this.#sentences;
  }

  toJSON(): Article {
    const { id, file, text, title, outlet, agencies, url, published, dateline, paragraphs, sentences } = this;
    return { id, file, text, title, outlet, agencies, url, published, dateline, paragraphs, sentences };
  }
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function readParagraphs(numbers: Int32Array, first: number, count: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let i = 0, at = first; i < count; i++, at += PARAGRAPH_NUMBERS) {
    paragraphs.push({
      start: numbers[at] ?? 0,
      end: numbers[at + 1] ?? 0,
      kind: KINDS[numbers[at + 2] ?? 0] ?? 'body',
      number: numbers[at + 3] ?? 0,
      firstSentence: numbers[at + 4] ?? 0,
      endSentence: numbers[at + 5] ?? 0,
    });
  }
  return paragraphs;
}

function readSentences(numbers: Int32Array, first: number, count: number): Sentence[] {
  const sentences: Sentence[] = [];
  for (let i = 0, at = first; i < count; i++, at += SENTENCE_NUMBERS)
    sentences.push({ start: numbers[at] ?? 0, end: numbers[at + 1] ?? 0, paragraph: numbers[at + 2] ?? 0 });
  return sentences;
}
