/** How people word questions in passing: other words for the article's, an aside before or behind, words left out. */

const BEFORE = [
  'wait',
  'so',
  'ok but',
  'hey',
  'sorry',
  'um',
  'anyone know',
  'does anyone know',
  'do we know',
  'quick q',
  'and',
  'btw',
  'ok so',
  'hold on',
];
const BEHIND = [
  'lol',
  'exactly',
  'again',
  'tho',
  'pls',
  'anyway',
  'then',
  'actually',
  'please',
  'in the end',
  'at all',
  'do we know',
  'does it say',
];
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bpeople\b/g, 'ppl'],
  [/\band\b/g, 'n'],
  [/\byou\b/g, 'u'],
  [/\bare\b/g, 'r'],
  [/\bwith\b/g, 'w'],
  [/\bgovernment\b/g, 'gov'],
  [/\bpresident\b/gi, 'prez'],
  [/\bpercent\b/g, '%'],
  [/\bbecause\b/g, 'cuz'],
  [/\bmillion\b/g, 'mil'],
  [/\bwhat is\b/g, 'whats'],
  [/\bwho is\b/g, 'whos'],
];
const REPLACED = 0.35;

/** Groups of expressions that say the same, from lines such as "= sign, ink, put pen to paper". */
export function readSynonyms(lines: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const line of lines.split('\n')) {
    if (!/^[=~] /.test(line)) continue;
    const members = line
      .slice(2)
      .split(',')
      .map((member) => member.trim())
      .filter(Boolean);
    for (const member of members) {
      if (member.includes(' ')) continue;
      groups.set(member, [
        ...(groups.get(member) ?? []),
        ...members.filter((other) => other !== member && other.split(' ').length <= 3),
      ]);
    }
  }
  return groups;
}

/** A question in other words. */
export function reword(q: string, synonyms: ReadonlyMap<string, readonly string[]>, random: () => number): string {
  const choose = (items: readonly string[]): string => items[Math.floor(random() * items.length)] ?? '';
  let words = q.split(' ').map((word, i) => {
    const others = i > 0 ? synonyms.get(word) : undefined;
    return others && others.length > 0 && random() < REPLACED ? choose(others) : word;
  });
  const chance = random();
  if (chance < 0.07) words = [choose(BEFORE), ...words];
  else if (chance < 0.14) words = [...words, choose(BEHIND)];
  // "company close its shops when": as typed into a search box.
  else if (chance < 0.2 && /^(?:when|where|why|who|how)$/.test(words[0] ?? ''))
    words = [...words.slice(/^(?:did|do|does|was|were|is|are)$/.test(words[1] ?? '') ? 2 : 1), words[0] ?? ''];
  let said = words.join(' ');
  if (random() < 0.12) for (const [long, short] of SHORT) if (random() < 0.6) said = said.replace(long, short);
  return said;
}

/** What people ask a bot that has nothing to do with any article. */
export const FAR = `best pizza topping
how do i reset my wifi
whats the capital of australia
tell me a joke
what time is it in tokyo
can you help me with my homework
who would win a bear or a gorilla
is a hotdog a sandwich
how to make pancakes without eggs
whats your favourite movie
how tall is mount everest
which phone should i buy
whats 12 times 17
why is the sky blue
how long to boil an egg
what should i name my cat
how do i get rid of hiccups
who painted the mona lisa
are you a real person
whats the weather tomorrow
how many legs does a spider have
what is the meaning of life
how do i centre a div
best laptop under 500
who sang bohemian rhapsody
what language do they speak in brazil
how do plants make food
good books to read on holiday
how much does a dog cost
when is the next full moon
what can i cook with rice and eggs
does anyone want to play later
how do i cancel my subscription
who invented the telephone
what does lol mean
how far is the moon
how do i change my nickname here
why do cats purr
what year did the titanic sink
is it going to rain today`.split('\n');
