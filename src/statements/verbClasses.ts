import { termOf } from '../english/analyzer.js';

/**
 * Verbs (with their nouns) that news uses for one and the same deed, so that "slammed" and "condemned" compare as equal.
 * Only words that stay interchangeable in nearly every report are here; opposites ("rise", "fall") are apart on purpose.
 */
const DEEDS: Readonly<Record<string, string>> = {
  ARREST: 'arrest detain',
  ARRIVE: 'arrive arrival',
  ASK: 'urge urged appeal',
  ATTACK: 'attack assault strike',
  BAN: 'ban prohibit outlaw',
  BEGIN: 'begin start commence launch',
  BUY: 'buy purchase acquire acquisition',
  CLOSE: 'close closure shut',
  CRITICIZE: 'criticize criticise slam condemn denounce blast lash rebuke decry condemnation criticism',
  DIE: 'die kill slay perish fatality',
  END: 'end finish conclude',
  FALL: 'fall drop decline decrease plunge slump',
  HELP: 'help assist aid assistance',
  HURT: 'injure wounded hurt injury',
  LEAD: 'leader leadership',
  LEAVE: 'leave depart departure',
  LOSE: 'lose defeat loss',
  OPEN: 'open opening reopen reopening',
  OPPOSE: 'oppose reject opposition rejection',
  PRAISE: 'praise hail laud',
  RISE: 'rise increase climb jump surge soar grow',
  RECEIVE: 'receive obtain',
  RESIGN: 'resign resignation quit',
  SEND: 'send deliver ship shipment delivery dispatch',
  SUPPORT: 'support endorse',
  VISIT: 'visit trip journey',
  WIN: 'win victory',
  WORRY: 'worry concern worried',
};

/** Index term to the deed it names; the names are in capitals so that no term can equal them. */
const DEED_OF_TERM: ReadonlyMap<string, string> = new Map(
  Object.entries(DEEDS).flatMap(([deed, words]) => words.split(' ').map((word) => [termOf(word), deed] as const)),
);

/** Verbs of two words, by the index term of the first and the second as it stands: neither word alone tells the deed. */
const DEED_OF_PHRASE: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['kick', new Map([['off', 'BEGIN']])],
  ['stand', new Map([['down', 'RESIGN']])],
  [
    'step',
    new Map([
      ['aside', 'RESIGN'],
      ['down', 'RESIGN'],
    ]),
  ],
]);

const NAMED_BY_PHRASES: ReadonlySet<string> = new Set([...DEED_OF_PHRASE.values()].flatMap((of) => [...of.values()]));

/** Whether a deed is named by verbs of two words too, neither of which tells it. */
export function isNamedByPhrase(deed: string): boolean {
  return NAMED_BY_PHRASES.has(deed);
}

/** The deed that a verb of two words names ("stepped down"); null when it names none. @param particle in lower case */
export function deedOfPhrase(term: string, particle: string): string | null {
  return DEED_OF_PHRASE.get(term)?.get(particle) ?? null;
}

const TERMS_OF_DEED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(DEEDS).map(([deed, words]) => [deed, [...new Set(words.split(' ').map(termOf))]] as const),
);

/** The other terms for the deed that a term names; none when it names no deed. */
export function sameDeed(term: string): readonly string[] {
  return (TERMS_OF_DEED.get(deedOf(term)) ?? []).filter((other) => other !== term);
}

/** Whether a key is a deed of this list. */
export function isListedDeed(key: string): boolean {
  return TERMS_OF_DEED.has(key);
}

/** The deed that a term names, or the term itself. */
export function deedOf(term: string): string {
  return DEED_OF_TERM.get(term) ?? term;
}

/** Pairs of words, either way round. */
export function eitherWay(pairs: readonly string[]): ReadonlySet<string> {
  return new Set(pairs.flatMap((pair) => [pair, pair.split(' ').reverse().join(' ')]));
}

/** Deeds that exclude each other when said of one thing, and other words, by their terms. */
const OPPOSITES = eitherWay(
  [
    'ARRIVE LEAVE',
    'BEGIN END',
    'CLOSE OPEN',
    'CRITICIZE PRAISE',
    'OPPOSE SUPPORT',
    'RISE FALL',
    'SEND RECEIVE',
    'WIN LOSE',
    'above below',
    'accept OPPOSE',
    'acquit convict',
    'alive dead',
    'allow BAN',
    'approve OPPOSE',
    'ARREST release',
    'BUY sell',
    'confirm deny',
    'CRITICIZE SUPPORT',
    'DIE survive',
    'big small',
    'bigger smaller',
    'early late',
    'east west',
    'eastern western',
    'exclude include',
    'female male',
    'free jail',
    'guilty innocent',
    'HURT unhurt',
    'high low',
    'higher lower',
    'join LEAVE',
    'large small',
    'larger smaller',
    'lift impose',
    'majority minority',
    'negative positive',
    'north south',
    'northern southern',
    'overturn uphold',
    'quash uphold',
    'rich poor',
    'stable critical',
    'strengthen weaken',
    'succeed fail',
  ].map((pair) =>
    pair
      .split(' ')
      .map((word) => (word === word.toUpperCase() ? word : deedOf(termOf(word))))
      .join(' '),
  ),
);

const HAS_OPPOSITE: ReadonlySet<string> = new Set([...OPPOSITES].flatMap((pair) => pair.split(' ')));

/** Whether any deed excludes this one: most words are no such deed, and need not be held against others. */
export function hasOpposite(deed: string): boolean {
  return HAS_OPPOSITE.has(deed);
}

/** Whether two deeds exclude each other when said of one thing: "rose" and "fell". */
export function areOpposite(a: string, b: string): boolean {
  return OPPOSITES.has(`${a} ${b}`);
}
