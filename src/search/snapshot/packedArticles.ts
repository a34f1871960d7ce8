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
  const numbers: number[] = [];
  for (const [i, { text, paragraphs, sentences }] of articles.entries()) {
    const bytes = texts[i]?.length ?? 0;
    numbers.push(bytes, bytes > text.length ? 1 : 0, paragraphs.length, sentences.length);
  }
  for (const { paragraphs } of articles) {
    for (const { start, end, kind, number, firstSentence, endSentence } of paragraphs)
      numbers.push(start, end, KINDS.indexOf(kind), number, firstSentence, endSentence);
  }
  for (const { sentences } of articles)
    for (const { start, end, paragraph } of sentences) numbers.push(start, end, paragraph);
  return { texts: Buffer.concat(texts), rest: Buffer.from(JSON.stringify(rest)), numbers: Int32Array.from(numbers) };
}

/** The articles that were packed. */
export function unpackArticles({ texts, rest, numbers }: PackedArticles): Article[] {
  const [text, json] = [bufferOf(texts), bufferOf(rest).toString()];
  // Written by `packArticles`, and checked since.
  const articles = JSON.parse(json) as Rest[];
  const at = { text: 0, paragraph: ARTICLE_NUMBERS * articles.length, sentence: 0 };
  at.sentence = at.paragraph;
  for (let i = 0; i < articles.length; i++) at.sentence += PARAGRAPH_NUMBERS * (numbers[ARTICLE_NUMBERS * i + 2] ?? 0);
  return articles.map((rest, i) => {
    const [bytes = 0, isWide = 0, paragraphs = 0, sentences = 0] = numbers.subarray(ARTICLE_NUMBERS * i);
    const begin = at.text;
    at.text += bytes;
    const paragraphsAt = at.paragraph;
    at.paragraph += PARAGRAPH_NUMBERS * paragraphs;
    const sentencesAt = at.sentence;
    at.sentence += SENTENCE_NUMBERS * sentences;
    const { id, file, title, outlet, agencies, url, published, dateline } = rest;
    return {
      id,
      file,
      text: text.toString(isWide === 1 ? 'utf16le' : 'latin1', begin, at.text),
      title,
      outlet,
      agencies,
      url,
      published,
      dateline,
      paragraphs: readParagraphs(numbers, paragraphsAt, paragraphs),
      sentences: readSentences(numbers, sentencesAt, sentences),
    };
  });
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
