/**
 * The small closed word classes that tell noun phrases and clauses apart without a part-of-speech tagger. English has few
 * of these words, and news prose uses them in few ways.
 */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** What can be the whole subject of a cue. */
export const PRONOUNS = words('he she they it we i you');
/** Words that stand for somebody without naming them. */
export const PRO_FORMS = words(
  'some many others both one most several all everyone everybody few none another neither',
);
export const OBJECT_PRONOUNS = words('him her them me us it you himself herself themselves');
export const RELATIVES = words('who which that whom whose');
export const DETERMINERS = words(
  'the a an this that these those his her its their our my your some several many most all both one another each every few ' +
    'no two three four five six seven eight nine ten dozens hundreds other any',
);
export const POSSESSIVES = words('his her its their our my your');
/** After these comes a part of a noun phrase ("director of operations for the agency") or an adverbial. */
export const PREPOSITIONS = words(
  'of for at with from in to on by near behind within inside outside against across around under over between among into ' +
    'during throughout about toward towards via through without per',
);
/** These begin a clause of their own: a noun phrase does not reach across them. */
export const SUBORDINATORS = words(
  'that which who whom whose because while when whenever as if whether than though although where since until unless before ' +
    'after so yet what how why but or nor whereas once then even amid despite following including like however',
);
/** Finite auxiliaries and modals: a subject ends before them and never holds them. */
export const AUXILIARIES = words(
  "is are was were be been being am do does did has have had having will would can could may might must shall should isn't aren't " +
    "wasn't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't can't cannot couldn't shouldn't he's she's it's they're",
);
/** Between a subject and its cue verb these may stand. */
export const PERFECT = words('has have had');
export const PASSIVE = words('is are was were be been being am');
export const MODALS = words(
  "will would can could may might must shall should won't wouldn't can't cannot couldn't shouldn't to let let's",
);
export const NEGATIONS = words(
  "not never don't doesn't didn't hasn't haven't hadn't won't wouldn't can't cannot couldn't nobody nor without",
);
const ADVERBS = words(
  'also later then once now still again further first just already both always often even all ever soon thus long instead simply ' +
    'earlier afterwards afterward meanwhile twice rather once best better never flatly',
);
/** A stretch that begins with one of these opens with an adverbial, not with its subject. */
export const FRONTED = words(
  'in on at during after before while when as asked speaking with for under earlier last by since following despite although though if ' +
    'without once until upon throughout among amid beyond according within over through from unlike like to about given because ' +
    'still meanwhile however then now today yesterday instead also but and so or yet perhaps overall recently finally ultimately',
);
export const CONJUNCTIONS = words('and but or so yet while though although whereas as');
/** Days and the like: an adverbial of one word. */
export const TIMES = words(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow january february march july ' +
    'august september october november december jan. feb. aug. sept. oct. nov. dec. earlier later recently afterwards',
);
/** Where and in what things are said; after "in a", "at the" they are no part of the statement. */
export const VENUES = words(
  'statement interview release email e-mail letter report tweet speech post news conference briefing message video call phone ' +
    'telephone decision testimony court address memo column article blog note hearing meeting response reply comments remarks ' +
    'broadcast podcast show episode book essay announcement text writing television radio twitter facebook instagram reporters ' +
    'journalists media press filing affidavit lawsuit complaint rally event scrum availability',
);

/** What people are called by what they do; the words before a name that are no part of it. */
export const ROLES = words(
  'president minister premier mayor chancellor secretary senator congressman congresswoman representative governor ambassador envoy king ' +
    'queen prince princess pope bishop archbishop cardinal rabbi imam reverend father sister judge justice attorney prosecutor lawyer ' +
    'counsel solicitor general colonel major captain lieutenant sergeant corporal constable officer chief sheriff detective inspector ' +
    'superintendent commander admiral private deputy director manager chairman chairwoman chair chairperson ceo cfo coo founder ' +
    'co-founder owner executive professor dr doctor mr mrs ms mx miss sir dame lord lady leader spokesman spokeswoman spokesperson coach ' +
    'captain coordinator co-ordinator councillor councilor commissioner editor reporter author analyst economist researcher scientist ' +
    'critic activist organizer organiser candidate mp mpp mla msp mep md treasurer speaker critic star actor actress singer player ' +
    'goalie forward defenceman striker winger golfer driver resident student teacher principal nurse paramedic coroner trustee ' +
    'vice-president vice-chair co-chair superintendent adviser advisor aide diplomat official expert specialist historian biologist ' +
    'physicist pastor dr. mr. mrs. ms. mx. prof. gen. lt. col. sgt. cpl. capt. maj. const. insp. supt. gov. sen. rep. rev. hon. st. ' +
    'adm. cmdr. producer host correspondent fan guard worker farmer broker trader strategist assistant associate senior junior acting interim ' +
    'former late then partner member head administrator principal surgeon billionaire administrator commissioner meteorologist ' +
    'filmmaker director-general undersecretary spokespeople attorney-general lieutenant congress epidemiologist physician',
);

/** Other words for an office, so that "Russia's top diplomat" finds the foreign minister. */
export const SAME_OFFICE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:top|chief) diplomat$/u, 'foreign minister'],
  [/\b(?:top|chief) diplomat$/u, 'secretary of state'],
  [/\bhead of state$/u, 'president'],
  [/\bhead of government$/u, 'prime minister'],
  [/\bpresident$/u, 'leader'],
];

const POSSESSIVE_ENDING = /(?:'s|s')$/u;

/** Whether a lower-case word is an adverb that may stand beside a verb. */
export function isAdverb(word: string): boolean {
  return (
    ADVERBS.has(word) ||
    (/[a-z]{3}ly$/u.test(word) && !/^(?:family|ally|assembly|supply|reply|italy|bully|monopoly)$/u.test(word))
  );
}

/** Whether a lower-case word ends as a possessive: "Lavrov's", "players'". */
export function isPossessive(word: string): boolean {
  return POSSESSIVE_ENDING.test(word);
}
