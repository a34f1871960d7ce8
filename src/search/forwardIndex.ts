import type { Token } from '../english/analyzer.js';

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
}

/** The largest values that the arrays hold. */
const MAX_START = 0xffff;
const MAX_LENGTH = 0xff;
const MAX_POSITION = 0xff;

/** One entry a token, of all documents in a row: 9 bytes in all. */
interface Columns {
  readonly forms: Uint32Array;
  readonly starts: Uint16Array;
  readonly lengths: Uint8Array;
  readonly positions: Uint8Array;
  readonly capitals: Uint8Array;
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

/** The first `size` entries, in arrays of another length. */
function resized(from: Columns, size: number, length: number): Columns {
  const to = columns(length);
  to.forms.set(from.forms.subarray(0, size));
  to.starts.set(from.starts.subarray(0, size));
  to.lengths.set(from.lengths.subarray(0, size));
  to.positions.set(from.positions.subarray(0, size));
  to.capitals.set(from.capitals.subarray(0, size));
  return to;
}

/** Collects documents; `build` turns them into an index. Documents are numbered as they are added, from 0. */
export class ForwardIndexBuilder {
  readonly #table: FormTable;
  /** Where each document's tokens begin; one more at the end. */
  readonly #offsets: number[] = [0];
  readonly #oversized = new Map<number, readonly IndexedToken[]>();
  #columns = columns(1024);
  #size = 0;

  /** @param table may be shared by several indexes, so that a form has one number in all of them */
  constructor(table: FormTable) {
    this.#table = table;
  }

  /** @returns the document's number */
  add(tokens: readonly Token[]): number {
    const document = this.#offsets.length - 1;
    if (tokens.every(fits)) for (const token of tokens) this.#append(token);
    else
      this.#oversized.set(
        document,
        tokens.map((token) => ({ ...token, form: this.#table.add(token) })),
      );
    this.#offsets.push(this.#size);
    return document;
  }

  #append(token: Token): void {
    const at = this.#size++;
    if (at === this.#columns.forms.length) this.#columns = resized(this.#columns, at, at * 2);
    const { forms, starts, lengths, positions, capitals } = this.#columns;
    forms[at] = this.#table.add(token);
    starts[at] = token.start;
    lengths[at] = token.end - token.start;
    positions[at] = token.position;
    capitals[at] = token.capitalized ? 1 : 0;
  }

  build(): ForwardIndex {
    const whole = resized(this.#columns, this.#size, this.#size);
    return new ForwardIndex(this.#table.forms, Uint32Array.from(this.#offsets), whole, this.#oversized);
  }
}

function fits({ start, end, position }: Token): boolean {
  return start <= MAX_START && end - start <= MAX_LENGTH && position <= MAX_POSITION;
}

/** Documents to their tokens, so that none is analysed twice: 9 bytes a token. */
export class ForwardIndex {
  readonly #forms: readonly Form[];
  readonly #offsets: Uint32Array;
  readonly #columns: Columns;
  /** The few documents that the columns are too narrow for: a list of 300 names without a full stop, a word of 300 letters. */
  readonly #oversized: ReadonlyMap<number, readonly IndexedToken[]>;

  constructor(
    forms: readonly Form[],
    offsets: Uint32Array,
    columns: Columns,
    oversized: ReadonlyMap<number, readonly IndexedToken[]>,
  ) {
    this.#forms = forms;
    this.#offsets = offsets;
    this.#columns = columns;
    this.#oversized = oversized;
  }

  /** A document's tokens, as `analyze` gave them; none for a document that is not there. */
  tokens(document: number): readonly IndexedToken[] {
    const oversized = this.#oversized.get(document);
    if (oversized) return oversized;
    const tokens: IndexedToken[] = [];
    const { forms, starts, lengths, positions, capitals } = this.#columns;
    const last = this.#offsets[document + 1] ?? 0;
    for (let at = this.#offsets[document] ?? 0; at < last; at++) {
      const form = forms[at] ?? 0;
      const { term = '', surface = '' } = this.#forms[form] ?? {};
      const start = starts[at] ?? 0;
      const end = start + (lengths[at] ?? 0);
      tokens.push({ term, surface, capitalized: capitals[at] === 1, position: positions[at] ?? 0, start, end, form });
    }
    return tokens;
  }
}
