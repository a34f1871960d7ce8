/** What a document is made of, whatever its file is called. */
export type DocumentFormat = 'page' | 'pdf' | 'word' | 'email' | 'feed';

/** An article as its document has it, before it is read. */
export interface ExtractedArticle {
  readonly text: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  /** The date as written, in whatever form; null where the document says none. */
  readonly published: string | null;
}

/** What one document holds. */
export interface Extracted {
  readonly articles: readonly ExtractedArticle[];
  /** Notes to the owner, about an article that was read all the same. */
  readonly notes: readonly string[];
}

/** What takes articles out of documents that need a parser. */
export interface Extraction {
  /** @throws FileError with a sentence for the owner when nothing can be taken out of it */
  extract(format: DocumentFormat, bytes: Uint8Array): Promise<Extracted>;
}

/** What the extraction thread is asked. */
export interface ExtractionJob {
  readonly format: DocumentFormat;
  readonly bytes: Uint8Array;
}

/** What it says to that. */
export type ExtractionReport = { readonly extracted: Extracted } | { readonly refusal: string };
