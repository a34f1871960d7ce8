import {
  CLAUSE_VERBS,
  FRAGMENT_VERBS,
  HEARER_VERBS,
  LOOSE_CUES,
  QUOTATION_VERBS,
  THAT_VERBS,
} from './lists/cueVerbs.js';

/**
 * What a cue verb can bring in:
 * `clause` a statement with or without "that", or a quotation ("said he would go");
 * `that` a statement only after "that", or a quotation ("indicated that …");
 * `quotation` words in marks only ("chanted", "continued");
 * `fragment` words in marks inside its object ("slammed the 'dangerous' policy").
 */
export type CueKind = 'clause' | 'that' | 'quotation' | 'fragment';

/** `hearer`: the verb takes the person spoken to as its object ("told reporters"). `participle`: "saying", "adding". */
export interface CueVerb {
  readonly kind: CueKind;
  readonly hearer: boolean;
  readonly participle: boolean;
}

/** The forms of a regular verb; irregular ones are written out as base/past/participle/-ing. */
function formsOf(entry: string): { finite: string[]; participle: string } {
  const [base = '', past, perfect, ing] = entry.split('/');
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  const consonantY = /[^aeiou]y$/u.test(base);
  const third = consonantY ? `${base.slice(0, -1)}ies` : /(?:s|sh|ch|x|o)$/u.test(base) ? `${base}es` : `${base}s`;
  const regularPast = consonantY ? `${base.slice(0, -1)}ied` : `${stem}ed`;
  const finite = [base, third, past ?? regularPast];
  if (perfect) finite.push(perfect);
  return { finite, participle: ing ?? `${stem}ing` };
}

function buildLexicon(): Map<string, CueVerb> {
  const lexicon = new Map<string, CueVerb>();
  const add = (list: ReadonlySet<string>, kind: CueKind, hearer: boolean) => {
    for (const entry of list) {
      const { finite, participle } = formsOf(entry);
      for (const form of finite) if (!lexicon.has(form)) lexicon.set(form, { kind, hearer, participle: false });
      if (!lexicon.has(participle)) lexicon.set(participle, { kind, hearer, participle: true });
    }
  };
  add(HEARER_VERBS, 'clause', true);
  add(CLAUSE_VERBS, 'clause', false);
  add(THAT_VERBS, 'that', false);
  add(QUOTATION_VERBS, 'quotation', false);
  add(FRAGMENT_VERBS, 'fragment', false);
  return lexicon;
}

const LEXICON = buildLexicon();

/** All forms of the verbs that need a clause after them to make a statement. */
export const LOOSE_VERBS: ReadonlySet<string> = new Set(
  [...LOOSE_CUES].flatMap((entry) => {
    const { finite, participle } = formsOf(entry);
    return [...finite, participle];
  }),
);

/** Looks a lower-case word up among the cue verbs. */
export function cueVerb(word: string): CueVerb | undefined {
  return LEXICON.get(word);
}
