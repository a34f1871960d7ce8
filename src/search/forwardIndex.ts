import type { Token } from '../english/analyzer.js';
import { finish, type Steps } from '../steps.js';

/** A token as an index holds it: the form of its word has a number. */
export interface IndexedToken extends Token {
  /** The number of its surface, by the {@link FormTable}. */
  readonly form: number;
}

/** A word in one of its forms: "bombers". */
export type Form = Pick<Token, 'surface' | 'term'>;

/** Numbers the forms of a corpus as they are met, from 0. Only building needs it; what was built keeps the `forms`. */
export class FormTable {
  /** Every form, by its number. */
  readonly forms: readonly Form[];
  readonly #forms: Form[] = [];
  readonly #numbers = new Map<string, number>();

  constructor() {
    this.forms = this.#forms;
  }

  /** @returns the form's number, a new one for a surface that was not met before */
  add({ surface, term }: Form): number {
    const known = this.#numbers.get(surface);
    if (known !== undefined) return known;
    this.#numbers.set(surface, this.#forms.length);
    return this.#forms.push({ surface, term }) - 1;
  }

  /** As `add`, of each. */
  addAll(tokens: readonly Form[]): number[] {
    const numbers: number[] = [];
    for (const token of tokens) numbers.push(this.add(token));
    return numbers;
  }
}

/** The largest values that the arrays hold. */
const MAX_START = 0xffff;
const MAX_LENGTH = 0xff;
const MAX_POSITION = 0xff;

/** One entry a token, of all documents in a row: 9 bytes in all. */
export interface Columns {
  readonly forms: Uint32Array;
  readonly starts: Uint16Array;
  readonly lengths: Uint8Array;
  readonly positions: Uint8Array;
  readonly capitals: Uint8Array;
}

/** Tokens in a row of columns, whose forms are numbered otherwise there. */
export interface TokenRun {
  readonly columns: Columns;
  readonly from: number;
  readonly to: number;
  /** By the number of a form in the columns, its number in the table. */
  readonly numbers: readonly number[];
}

function columns(size: number): Columns {
  return {
    forms: new Uint32Array(size),
    starts: new Uint16Array(size),
    lengths: new Uint8Array(size),
    positions: new Uint8Array(size),
    capitals: new Uint8Array(size),
  };
}

/** Entries are gathered in arrays of this length: one that grew would be copied again and again, at last for longer than anybody waits. */
const CHUNK = 0x10000;

/** Chunks in a row as one. @param size entries in all */
function* joined(chunks: readonly Columns[], size: number): Steps<Columns> {
  const whole = columns(size);
  for (const [number, chunk] of chunks.entries()) {
    const start = number * CHUNK;
    const end = Math.min(CHUNK, size - start);
    whole.forms.set(chunk.forms.subarray(0, end), start);
    whole.starts.set(chunk.starts.subarray(0, end), start);
    whole.lengths.set(chunk.lengths.subarray(0, end), start);
    whole.positions.set(chunk.positions.subarray(0, end), start);
    whole.capitals.set(chunk.capitals.subarray(0, end), start);
    yield;
  }
  return whole;
}

/** Collects documents; `build` turns them into an index. Documents are numbered as they are added, from 0. */
export class ForwardIndexBuilder {
  readonly #table: FormTable;
  /** Where each document's tokens begin; one more at the end. */
  readonly #offsets: number[] = [0];
  readonly #oversized = new Map<number, readonly IndexedToken[]>();
  readonly #chunks: Columns[] = [];
  #columns = columns(0);
  #size = 0;

  /** @param table may be shared by several indexes, so that a form has one number in all of them */
  constructor(table: FormTable) {
    this.#table = table;
  }

  /** @param forms the tokens' forms, where the caller has asked the table for them already @returns the document's number */
  add(tokens: readonly Token[], forms: readonly number[] = this.#table.addAll(tokens)): number {
    const document = this.#offsets.length - 1;
    if (tokens.every(fits)) for (const [i, token] of tokens.entries()) this.#append(token, forms[i] ?? 0);
    else
      this.#oversized.set(
        document,
        tokens.map((token, i) => ({ ...token, form: forms[i] ?? 0 })),
      );
    this.#offsets.push(this.#size);
    return document;
  }

  /** As `add`, of tokens in columns. @returns the document's number */
  addRun({ columns: from, from: first, to, numbers }: TokenRun): number {
    for (let i = first; i < to; i++) {
      const at = this.#next();
      const { forms, starts, lengths, positions, capitals } = this.#columns;
      forms[at] = numbers[from.forms[i] ?? 0] ?? 0;
      starts[at] = from.starts[i] ?? 0;
      lengths[at] = from.lengths[i] ?? 0;
      positions[at] = from.positions[i] ?? 0;
      capitals[at] = from.capitals[i] ?? 0;
    }
    return this.#offsets.push(this.#size) - 2;
  }

  #append(token: Token, form: number): void {
    const at = this.#next();
    const { forms, starts, lengths, positions, capitals } = this.#columns;
    forms[at] = form;
    starts[at] = token.start;
    lengths[at] = token.end - token.start;
    positions[at] = token.position;
    capitals[at] = token.capitalized ? 1 : 0;
  }

  /** Where in the last chunk the next entry is. */
  #next(): number {
    const at = this.#size++ % CHUNK;
    if (at === 0) {
      this.#columns = columns(CHUNK);
      this.#chunks.push(this.#columns);
    }
    return at;
  }

  build(): ForwardIndex {
    return finish(this.buildInSteps());
  }

  *buildInSteps(): Steps<ForwardIndex> {
    const whole = yield* joined(this.#chunks, this.#size);
    return new ForwardIndex(this.#table.forms, {
      offsets: Uint32Array.from(this.#offsets),
      columns: whole,
      oversized: this.#oversized,
    });
  }
}

function fits({ start, end, position }: Token): boolean {
  return start <= MAX_START && end - start <= MAX_LENGTH && position <= MAX_POSITION;
}

/** What a forward index is made of, beside the forms. */
export interface ForwardParts {
  /** Where each document's tokens begin; one more at the end. */
  readonly offsets: Uint32Array;
  readonly columns: Columns;
  /** The few documents that the columns are too narrow for: a list of 300 names without a full stop, a word of 300 letters. */
  readonly oversized: ReadonlyMap<number, readonly IndexedToken[]>;
}

/** Documents to their tokens, so that none is analysed twice: 9 bytes a token. */
export class ForwardIndex {
  readonly #forms: readonly Form[];
  readonly #offsets: Uint32Array;
  readonly #columns: Columns;
  readonly #oversized: ForwardParts['oversized'];
  readonly parts: ForwardParts;

  constructor(forms: readonly Form[], parts: ForwardParts) {
    this.parts = parts;
    this.#forms = forms;
    this.#offsets = parts.offsets;
    this.#columns = parts.columns;
    this.#oversized = parts.oversized;
  }

  /** A document's tokens, as `analyze` gave them; none for a document that is not there. */
  tokens(document: number): readonly IndexedToken[] {
    const oversized = this.#oversized.get(document);
    if (oversized) return oversized;
    const tokens: IndexedToken[] = [];
    const last = this.#offsets[document + 1] ?? 0;
    for (let at = this.#offsets[document] ?? 0; at < last; at++) tokens.push(this.#tokenAt(at));
    return tokens;
  }

  /** The tokens of one term in a document, and the one behind each: no others are made. */
  tokensOfTerm(document: number, term: string): readonly IndexedToken[] {
    const oversized = this.#oversized.get(document);
    if (oversized) return oversized.filter((token, i) => token.term === term || oversized[i - 1]?.term === term);
    const tokens: IndexedToken[] = [];
    const { forms } = this.#columns;
    const last = this.#offsets[document + 1] ?? 0;
    let isBehind = false;
    for (let at = this.#offsets[document] ?? 0; at < last; at++) {
      const isWanted = this.#forms[forms[at] ?? 0]?.term === term;
      if (isWanted || isBehind) tokens.push(this.#tokenAt(at));
      isBehind = isWanted;
    }
    return tokens;
  }

  #tokenAt(at: number): IndexedToken {
    const { forms, starts, lengths, positions, capitals } = this.#columns;
    const form = forms[at] ?? 0;
    const { term = '', surface = '' } = this.#forms[form] ?? {};
    const start = starts[at] ?? 0;
    const end = start + (lengths[at] ?? 0);
    return { term, surface, capitalized: capitals[at] === 1, position: positions[at] ?? 0, start, end, form };
  }
}
