/** Words whose full stop does not end a sentence, and words that do begin one after such a stop. */

/** Always followed by a name: "Gen. Milley", "St. John's". */
const TITLES = new Set(
  (
    'mr mrs ms mx dr prof gen col lt sgt capt cmdr cdr maj adm sen sens rep reps gov pres rev hon st ste fr messrs ' +
    'mme mlle supt insp det cpl pvt atty amb brig lt.-gen maj.-gen lt.-col gov.-gen wm chas geo vs e.g i.e cf mt ft'
  ).split(' '),
);

/** Only before a number: "Oct. 19", "No. 5", "pp. 3". */
const BEFORE_NUMBER = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec no nos p pp vol fig art sec ch approx est ca c v'.split(' '),
);

/** May end a sentence or not: the next word decides. */
const EITHER_WAY = new Set(
  (
    'inc ltd co corp jr sr bros etc dept univ assn ave blvd rd hwy jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'mass calif conn fla wash ariz colo minn wis tenn ala ark okla ore mich tex ill pa va ga md nev neb kan ' +
    'ont que alta sask man esq ph.d m.d'
  ).split(' '),
);

/** What a new sentence likes to begin with; names and nouns are left out, as they follow "U.S." and initials too. */
const STARTERS = new Set(
  (
    'The A An This That These Those He She It We They I You His Her Its Our Their My Your In On At For From With But ' +
    'And Or So If When While After Before As Since Although Though However There Here What Who Why How Where Both ' +
    'Some Many Each Another Meanwhile Also Yet Then Now According Despite During By To Until Once Because Instead ' +
    'Still Asked Last Earlier Later Among Like Not Even Just Only'
  ).split(' '),
);

/** "U.S", "N.S", "p.m", "J" and "J.R": letters with stops between them. */
const INITIALS = /^(?:\p{L}\.)*\p{L}$/u;

/** Whether the word is one that sentences like to begin with. */
export function beginsSentence(word: string): boolean {
  return STARTERS.has(word);
}

/** Whether a sentence can end after `word` and its full stop, when `next` is the word that follows. */
export function stopEndsSentence(word: string, next: string): boolean {
  const known = word.toLowerCase();
  if (TITLES.has(known)) return false;
  if (BEFORE_NUMBER.has(known) && /^\d/.test(next)) return false;
  if (EITHER_WAY.has(known) || INITIALS.test(word)) return STARTERS.has(next);
  return true;
}
