/**
 * Question and candidate as one row of word pieces: `[CLS] question [SEP] candidate [SEP]`.
 */
export interface PiecePair {
  /** Places of the pieces in the vocabulary. */
  readonly ids: readonly number[];
  /** Where the candidate begins in `ids`; what stands before is the question's part. */
  readonly candidateAt: number;
}

/** A candidate with the headline that it stands under, for a reader that was trained with headlines. */
export interface HeadedCandidate {
  readonly headline: string;
  readonly sentence: string;
}

/** More of a question is not read, so that a candidate keeps its room. */
const QUESTION_PIECES = 40;
/** Nor more of a headline, which is followed by a full stop. */
const HEADLINE_PIECES = 20;
const HEADLINE_END = '.';
/** `[CLS]` and two `[SEP]`. */
const MARKS = 3;
/** More of a text is not looked at: pieces have some 4 letters, so no text has room for so many. */
const TEXT_LENGTH = 4_000;
const CONTINUES = '##';

const ACCENT = /\p{Mn}/gu;
/**
 * A word, or a mark of its own. Whatever is no ASCII counts as a letter, curly quotation marks as well, since the vocabulary's
 * weights were trained so; emoji and other characters above U+FFFF stand alone. Control characters are skipped as spaces are.
 */
const WORD_OR_MARK = /[A-Za-z0-9\u00aa-\uffff]+|[^\s\p{Cc}A-Za-z0-9\u00aa-\uffff]/gu;

/**
 * Word pieces as BERT's uncased models have them (Devlin et al. 2019; Wu et al. 2016): lower case, without accents, each word cut
 * greedily into the longest pieces that the vocabulary has.
 */
export class WordPieces {
  readonly #starts = new Map<string, number>();
  readonly #continuations = new Map<string, number>();
  readonly #longest: number;
  readonly #unknown: number;
  readonly #first: number;
  readonly #separator: number;
  readonly #positions: number;

  /**
   * @param vocabulary a piece's place is its id; pieces that continue a word begin with `##`
   * @param positions pieces that a pair may have
   * @throws Error when the vocabulary lacks `[UNK]`, `[CLS]` or `[SEP]`
   */
  constructor(vocabulary: readonly string[], positions: number) {
    let longest = 1;
    for (const [id, piece] of vocabulary.entries()) {
      const continues = piece.startsWith(CONTINUES) && piece.length > CONTINUES.length;
      const text = continues ? piece.slice(CONTINUES.length) : piece;
      (continues ? this.#continuations : this.#starts).set(text, id);
      longest = Math.max(longest, text.length);
    }
    this.#longest = longest;
    this.#positions = positions;
    this.#unknown = this.#special('[UNK]');
    this.#first = this.#special('[CLS]');
    this.#separator = this.#special('[SEP]');
  }

  /** A question with each of its candidates, both shortened to what a pair has room for. */
  pairs(question: string, candidates: readonly (string | HeadedCandidate)[]): PiecePair[] {
    const asked = this.#pieces(question, Math.min(QUESTION_PIECES, this.#positions - MARKS));
    const start = [this.#first, ...asked, this.#separator];
    const room = this.#positions - MARKS - asked.length;
    return candidates.map((candidate) => ({
      ids: [...start, ...this.#candidatePieces(candidate, room), this.#separator],
      candidateAt: start.length,
    }));
  }

  #candidatePieces(candidate: string | HeadedCandidate, room: number): number[] {
    if (typeof candidate === 'string') return this.#pieces(candidate, room);
    const { headline, sentence } = candidate;
    const head = headline === '' ? [] : [...this.#pieces(headline, HEADLINE_PIECES), ...this.#pieces(HEADLINE_END, 1)];
    return [...head, ...this.#pieces(sentence, room)].slice(0, room);
  }

  /** The first pieces of a text, at most `limit`. */
  #pieces(text: string, limit: number): number[] {
    const plain = text.slice(0, TEXT_LENGTH).toLowerCase().normalize('NFD').replace(ACCENT, '');
    const ids: number[] = [];
    for (const [word] of plain.matchAll(WORD_OR_MARK)) {
      if (ids.length >= limit) break;
      ids.push(...this.#cut(word));
    }
    return ids.slice(0, limit);
  }

  /** A word's pieces; `[UNK]` alone when any part of it is in no piece. */
  #cut(word: string): number[] {
    const ids: number[] = [];
    let start = 0;
    while (start < word.length) {
      const known = start === 0 ? this.#starts : this.#continuations;
      let end = Math.min(word.length, start + this.#longest);
      let id = known.get(word.slice(start, end));
      while (id === undefined && end > start + 1) {
        end -= 1;
        id = known.get(word.slice(start, end));
      }
      if (id === undefined) return [this.#unknown];
      ids.push(id);
      start = end;
    }
    return ids;
  }

  #special(piece: string): number {
    const id = this.#starts.get(piece);
    if (id === undefined) throw new Error(`its vocabulary lacks ${piece}`);
    return id;
  }
}
