/** Questions on a story as people wrote them, with the lines that answer. */
export interface Written {
  readonly question: string;
  /** `typed`: a line answers; `nearly`: one comes close and none does; `far`: it has nothing to do with the story, `elsewhere`: it is of another. */
  readonly kind: 'typed' | 'nearly' | 'far' | 'elsewhere';
  /** Names of the lines that answer when read alone. */
  readonly right: readonly string[];
  /** Of those that answer in part, or where that is not sure: not learned from. */
  readonly unsure: readonly string[];
  /** Of those that look like an answer and are none. */
  readonly tempting: readonly string[];
}

/** What the first field of a row says, and how many fields follow. */
const KINDS = {
  A: { kind: 'typed', fields: 4 },
  N: { kind: 'nearly', fields: 2 },
  F: { kind: 'far', fields: 1 },
} as const;

/**
 * Reads rows of fields with a tabulator between them: `A question right unsure tempting`, `N question tempting` or `F question`. Lines are
 * named `2.7` (article, line), with commas between them; `-` is none.
 * @param story for the problem
 * @throws Error for the first row that is none
 */
export function readWritten(text: string, story: string): Written[] {
  return text
    .split('\n')
    .map((row, i) => ({ row, at: `${story}.tsv:${i + 1}` }))
    .filter(({ row }) => row.trim() !== '')
    .map(({ row, at }) => {
      const [letter = '', question = '', ...lines] = row.split('\t');
      const known = KINDS[letter as keyof typeof KINDS];
      if (!known || lines.length + 1 !== known.fields || question.trim() === '') throw new Error(`${at}: no such row`);
      const named = lines.map(namesIn);
      const [right = [], unsure = [], tempting = []] = known.kind === 'typed' ? named : [[], [], named[0] ?? []];
      if (known.kind === 'typed' && right.length === 0) throw new Error(`${at}: no line answers`);
      return { question: question.trim(), kind: known.kind, right, unsure, tempting };
    });
}

const namesIn = (field: string): string[] =>
  field
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== '-');
