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

const CLAUSE =
  'say/said/said/saying claim add/added/added/adding argue explain insist admit/admitted/admitted/admitting acknowledge allege warn note stress testify conclude contend ' +
  'maintain assert reiterate concede declare predict recall suggest announce confirm state complain promise vow reply/replied respond ' +
  'counter emphasize emphasise caution write/wrote/written/writing tweet joke boast quip/quipped/quipped/quipping remark observe report estimate lament swear/swore ' +
  'disclose reckon affirm profess recount speculate surmise theorize';
const THAT =
  'indicate reveal propose recommend demand mention hint attest post argue signal complain brag ' +
  'clarify pledge grumble marvel muse opine retort';
const QUOTATION =
  'ask begin/began/begun/beginning continue chant shout yell scream cry/cried exclaim whisper mutter read/read/read/reading conclude wonder echo urge ' +
  'sing/sang sign laugh go/went/gone/going plead blurt murmur implore interject snap/snapped/snapped/snapping gush sigh groan growl enthuse inquire query intone ' +
  'reflect think/thought/thought/thinking elaborate sum start finish offer advise thunder bark beg/begged/begged/begging repeat';
const HEARER = 'tell/told/told/telling remind inform assure advise warn notify reassure promise';
const FRAGMENT =
  'call describe label/labelled/labeled/labelling brand dub/dubbed/dubbed/dubbing slam/slammed/slammed/slamming hail criticize criticise condemn denounce praise blast tout ' +
  'characterize characterise decry/decried accuse dismiss deride mock deem term refer/referred/referred/referring speak/spoke/spoken/speaking ' +
  'chastise blame portray warn hail welcome thank rail commend applaud lambaste';

/** Verbs whose object is as often a thing as a statement ("announced a plan"): without "that" a clause must follow. */
const LOOSE =
  'add claim maintain announce note suggest argue estimate report predict recall promise write/wrote/written/writing acknowledge confirm explain ' +
  'admit/admitted/admitted/admitting warn stress state recount caution conclude vow remind advise emphasize emphasise observe ' +
  'complain declare disclose joke lament remark respond counter affirm reply/replied';

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
  const add = (list: string, kind: CueKind, hearer: boolean) => {
    for (const entry of list.split(' ')) {
      const { finite, participle } = formsOf(entry);
      for (const form of finite) if (!lexicon.has(form)) lexicon.set(form, { kind, hearer, participle: false });
      if (!lexicon.has(participle)) lexicon.set(participle, { kind, hearer, participle: true });
    }
  };
  add(HEARER, 'clause', true);
  add(CLAUSE, 'clause', false);
  add(THAT, 'that', false);
  add(QUOTATION, 'quotation', false);
  add(FRAGMENT, 'fragment', false);
  return lexicon;
}

const LEXICON = buildLexicon();

/** All forms of the verbs that need a clause after them to make a statement. */
export const LOOSE_VERBS: ReadonlySet<string> = new Set(
  LOOSE.split(' ').flatMap((entry) => {
    const { finite, participle } = formsOf(entry);
    return [...finite, participle];
  }),
);

/** Looks a lower-case word up among the cue verbs. */
export function cueVerb(word: string): CueVerb | undefined {
  return LEXICON.get(word);
}
