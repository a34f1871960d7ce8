import type { Article } from '../corpus/article.js';
import { cueVerb } from '../english/cueVerbs.js';
import { genderOf } from '../english/givenNames.js';
import { DETERMINERS } from '../english/lists/functionWords.js';
import { POSSESSIVES, PRO_FORMS } from '../english/lists/pronouns.js';
import { ROLES } from '../english/lists/roles.js';
import { isMark, type ProseToken, wordAt } from '../english/proseTokens.js';
import { SAME_OFFICE } from '../english/wordClasses.js';
import type { Attribution } from './attributions.js';
import {
  canBeMeant,
  genderOfNoun,
  isEpithet,
  WRITINGS,
  withoutDeterminers,
  wordsBeforePreposition,
} from './descriptions.js';
import type { Directory } from './directory.js';
import { jointPeople, listStart } from './jointSpeakers.js';
import type { Named } from './named.js';
import { endBeforePlace, genderBeside, nameWords, skipTitles } from './nameRuns.js';
import { headOf, type NounPhrase } from './nounPhrases.js';
import type { Speaker } from './quote.js';
import type { Segment } from './segments.js';
import { mainSubject } from './sentenceSubject.js';
import { spellOut } from './spellOut.js';
import { isInstitutionNoun, isOther, type Topic, TopicMemory, topic } from './topics.js';

/** Of the people whom a segment names, so many are remembered. */
const MOST_MENTIONED = 4;
/** How many of the last unnamed speakers "the official" may be. */
const MOST_UNNAMED = 200;
const ACRONYM = /^\p{Lu}{3,7}$/u;
/** An article has a few; each is looked for in the whole text. */
const MOST_ACRONYMS = 50;
/** Puts names to the speakers of an article, going through it from the top and remembering who was last spoken of. */
export class SpeakerResolver {
  readonly #text: string;
  readonly #directory: Directory;
  readonly #topics: TopicMemory;
  /** What unnamed speakers were called, so that "the official" is the justice official quoted before. */
  readonly #unnamed: string[][] = [];
  readonly #spelled = new Map<string, string | null>();
  #last: Speaker | null = null;
  /** Index of the first name after the segments that were read. */
  #nextMention = 0;

  constructor(article: Article, directory: Directory) {
    this.#text = article.text;
    this.#directory = directory;
    this.#topics = new TopicMemory(directory);
  }

  /** The speakers of a segment's attributions, in order; call it segment after segment, without leaving one out. */
  resolveSegment(segment: Segment, attributions: readonly Attribution[]): (Speaker | null)[] {
    this.#topics.begin(segment.paragraph);
    const main = mainSubject(segment.tokens, 0, segment.tokens.length);
    const mainTopic = main && canBeMeant(segment.tokens.slice(...main.head)) ? this.#topicOf(segment, main) : null;
    if (main && mainTopic) this.#topics.addSubject({ ...mainTopic, at: startOf(segment, main) });
    for (const named of this.#mentionedIn(segment)) if (isOther(named, mainTopic)) this.#topics.add(named);
    const onlyQuotation = segment.tokens.every((token) => token.quotation !== null || token.kind === 'punctuation');
    const about =
      main && mainTopic?.kind === 'person' && !onlyQuotation ? this.#asSpeaker(segment, main, mainTopic) : null;
    // "Tom Hall was blunt: …": words that float in a sentence about somebody are not those of who spoke before.
    if (about && attributions[0]?.subject === null) this.#last = about;
    const speakers = attributions.map((attribution) => this.#speakerOf(segment, attribution));
    const announced = speakers.length === 0 ? this.#announced(segment) : null;
    if (announced) {
      this.#last = announced;
      return speakers;
    }
    // A segment about somebody else, without a cue: the next quotation that floats is theirs.
    if (about && speakers.length === 0) this.#last = about;
    return speakers;
  }

  /** "And from Chairwoman Gail Starling:" says whose words come next. */
  #announced(segment: Segment): Speaker | null {
    const { tokens } = segment;
    if (!isMark(tokens.at(-1), ':')) return null;
    const to = tokens.length - 1;
    let from = to;
    while (from > 0 && tokens[from - 1]?.capital) from--;
    if (from === to || !isAnnounced(tokens, from)) return null;
    const phrase: NounPhrase = { from, to, head: headOf(tokens, from, to) };
    return this.#asSpeaker(segment, phrase, this.#topicOf(segment, phrase));
  }

  /** The people whom a segment names outside quotations: "It's a comment that Scheer found concerning". */
  #mentionedIn(segment: Segment): Topic[] {
    const { mentions } = this.#directory;
    const inside = (start: number) => segment.tokens.some((t) => t.quotation && t.start <= start && start < t.end);
    const found = new Map<Named, number>();
    for (; (mentions[this.#nextMention]?.start ?? segment.end) < segment.end; this.#nextMention++) {
      const mention = mentions[this.#nextMention];
      if (!mention || mention.start < segment.start || found.size >= MOST_MENTIONED) continue;
      const { named, start } = mention;
      if (named.human === true && !inside(start) && !found.has(named)) found.set(named, start);
    }
    return Array.from(found, ([named, at]) => ({ ...topic(named, named.name), at }));
  }

  #speakerOf(segment: Segment, attribution: Attribution): Speaker | null {
    if (!attribution.subject) return this.#last;
    const topic = this.#topicOf(segment, attribution.subject);
    const speaker = this.#asSpeaker(segment, attribution.subject, topic);
    if (topic) this.#topics.speaks(topic);
    this.#last = speaker;
    return speaker;
  }

  #asSpeaker(segment: Segment, phrase: NounPhrase, topic: Topic | null): Speaker | null {
    const first = segment.tokens[phrase.head[0]];
    const last = segment.tokens[phrase.head[1] - 1];
    if (!first || !last) return null;
    const { start } = first;
    const end = last.end - (/['’]s$/u.test(last.text) ? 2 : 0);
    const members = topic?.members ? { members: topic.members } : {};
    return { text: this.#text.slice(start, end), start, end, name: topic?.name ?? null, ...members };
  }

  /** Whom a noun phrase means. */
  #topicOf(segment: Segment, phrase: NounPhrase): Topic | null {
    const head = segment.tokens.slice(phrase.head[0], phrase.head[1]);
    const first = head[0];
    if (!first) return null;
    if (head.length === 1) {
      const { lower, start } = first;
      if (/^(?:he|she)$/u.test(lower)) return this.#topics.person(lower === 'he' ? 'male' : 'female', start);
      if (/^(?:they|it)$/u.test(lower))
        return this.#topics.group(start) ?? (lower === 'they' ? this.#topics.recent(() => true, start) : null);
      if (/^(?:i|we|you)$/u.test(first.lower)) return null;
    }
    const named = this.#listed(segment, phrase) ?? this.#elderOrYounger(segment, phrase) ?? this.#named(head);
    if (named) return named;
    return this.#described(segment.tokens.slice(phrase.from, phrase.to), head);
  }

  /** "the elder Hall": of two with the surname, whoever is told to be the other's parent. */
  #elderOrYounger({ tokens }: Segment, { head: [from, to] }: NounPhrase): Topic | null {
    const age = wordAt(tokens, from - 1);
    const [surname = ''] = nameWords(tokens.slice(from, to));
    if (to - from > 1 || !/^(?:elder|older|younger)$/u.test(age)) return null;
    const found = this.#directory.ofGeneration(surname, age !== 'younger');
    return found ? topic(found, found.name) : null;
  }

  #named(head: readonly ProseToken[]): Topic | null {
    const begins = DETERMINERS.has(head[0]?.lower ?? '') ? 1 : 0;
    const name = head.slice(begins);
    if (name.length === 0 || !name[0]?.capital || !name.at(-1)?.capital) return null;
    if (name.some((token) => token.lower === 'and')) return this.#joint(name);
    const words = nameWords(name);
    const titles = skipTitles(words);
    const bare = words.slice(titles);
    const gender = genderBeside(words.slice(0, titles));
    const found =
      this.#directory.find(bare, gender) ?? this.#directory.find(bare.slice(0, endBeforePlace(bare)), gender);
    const isOffice = bare.length === 1 && ROLES.has(bare[0]?.toLowerCase() ?? '');
    if (isOffice && (found?.words.length ?? 0) < 2) return null;
    // "Pavel Hall left. Hall said": another Hall is not meant, though the article has more of him.
    const near = found && words.length === 1 ? this.#topics.justNamed(words[0] ?? '', name[0].start) : null;
    if (near && isPlainName(near.name)) return near;
    if (found) return topic(found, this.#spelledOut(found.name) ?? found.name);
    // A capital at the beginning of a sentence, that is no name anywhere: "There", "More".
    return bare.length > 1 ? { name: bare.join(' '), kind: 'group', gender: null } : null;
  }

  /** "Ana Lopez, Jo Reed and Tom Hall", "Ana Lopez, Jo Reed, and Tom Hall": a list of people that ends with the phrase. */
  #listed({ tokens }: Segment, { head: [from, to] }: NounPhrase): Topic | null {
    const isLast = wordAt(tokens, from - 1) === 'and' && isMark(tokens[from - 2], ',');
    const goesOn = tokens.slice(from, to).some(({ lower }) => lower === 'and');
    if (!isLast && !goesOn) return null;
    const start = listStart(tokens, isLast ? from - 1 : from);
    if (start >= from - 1) return null;
    const list = this.#joint(tokens.slice(start, to));
    // "He met Jo Reed, and Tom Hall said": one name before "and" is the end of another clause.
    return (list.members?.length ?? 0) > 2 && tokens[start - 1]?.kind !== 'word' ? list : null;
  }

  /** "Ana Lopez and Tom Hall": several people who speak together, or one name with "and" in it. */
  #joint(name: readonly ProseToken[]): Topic {
    const people = jointPeople(name, this.#directory);
    const [first] = people;
    if (first && people.length === 1) return topic(first, first.name);
    const members = people.map((person) => person.name);
    if (members.length === 0) return { name: this.#slice(name), kind: 'group', gender: null };
    return { name: `${members.slice(0, -1).join(', ')} and ${members.at(-1)}`, kind: 'group', gender: null, members };
  }

  /** "IRCC" → "Immigration, Refugees and Citizenship Canada", when the article has words with these initials in a row. */
  #spelledOut(acronym: string): string | null {
    if (!ACRONYM.test(acronym)) return null;
    const known = this.#spelled.get(acronym);
    if (known !== undefined || this.#spelled.size >= MOST_ACRONYMS) return known ?? null;
    const full = spellOut(acronym, this.#text)?.replace(/['’]s$/u, '') ?? null;
    this.#spelled.set(acronym, full);
    return full;
  }

  /** "the mayor", "the group", "a justice official", "her statement": by role, by kind, or as it is called. */
  #described(phrase: readonly ProseToken[], head: readonly ProseToken[]): Topic | null {
    const first = head[0]?.lower ?? '';
    const start = head[0]?.start ?? 0;
    const nouns = wordsBeforePreposition(head);
    const noun = nouns.at(-1) ?? '';
    if (POSSESSIVES.has(first) && WRITINGS.test(noun)) {
      const owner =
        first === 'his'
          ? this.#topics.person('male', start)
          : first === 'her'
            ? this.#topics.person('female', start)
            : this.#topics.group(start);
      if (owner) return owner;
    }
    if (head.length === 1 && PRO_FORMS.has(first))
      return this.#topics.group(start) ?? { name: this.#slice(head), kind: 'group', gender: null };
    const definite =
      first === 'the' ||
      first === 'this' ||
      first === 'that' ||
      POSSESSIVES.has(first) ||
      /['’]s$/u.test(first) ||
      !DETERMINERS.has(first);
    if (definite && ROLES.has(noun)) {
      const holder = this.#holder(nouns.filter((word) => !DETERMINERS.has(word)));
      if (holder) return topic(holder, holder.name);
    }
    const called = this.#slice(withoutDeterminers(phrase));
    if (first === 'the' || first === 'that' || first === 'this') {
      const earlier = this.#unnamed.findLast((words) => words.at(-1) === noun && words.length > nouns.length - 1);
      if (earlier && nouns.slice(1).every((word) => earlier.includes(word)))
        return { name: earlier.join(' '), kind: 'group', gender: null };
      const isInstitution = nouns.length === 2 && isInstitutionNoun(noun);
      const isPerson = ({ kind }: Topic) => kind === 'person';
      const meant = isInstitution ? this.#topics.institution(noun) : isEpithet(nouns) && this.#topics.recent(isPerson);
      if (meant) return meant;
    }
    const words = called.toLowerCase().split(/\s+/u);
    this.#unnamed.push(nouns.filter((word) => !DETERMINERS.has(word)));
    if (this.#unnamed.length > MOST_UNNAMED) this.#unnamed.shift();
    const last = noun;
    const gender = genderOfNoun(last);
    const kind = (ROLES.has(last) || gender) && !last.endsWith('s') ? 'person' : 'group';
    return words.length === 0 || called === '' ? null : { name: called, kind, gender };
  }

  /** Whoever holds a role: "the Russian foreign minister", or "the minister" when nobody nearer does. */
  #holder(role: readonly string[]): Named | null {
    const bare = role.filter((word) => !/['’]s$/u.test(word));
    const wanted = bare.join(' ');
    for (const phrase of [
      wanted,
      ...SAME_OFFICE.filter(([pattern]) => pattern.test(wanted)).map(([, office]) => office),
    ]) {
      const holders = this.#directory.holders(phrase);
      const recent = this.#topics.recent((candidate) => holders.some((held) => held.name === candidate.name));
      const chosen = holders.find((held) => held.name === recent?.name) ?? holders[0];
      if (chosen) return chosen;
    }
    return null;
  }

  #slice(tokens: readonly ProseToken[]): string {
    const first = tokens[0];
    const last = tokens.at(-1);
    return first && last
      ? this.#text
          .slice(first.start, last.end)
          .replace(/\s+/gu, ' ')
          .replace(/['’]s$/u, '')
      : '';
  }
}

/** Whether a name is surely somebody's: "Had Hall" and "Ana Lopez/Wire Hall" are words that capitals begin. */
function isPlainName(name: string): boolean {
  return genderOf(name.split(' ')[0] ?? '') !== null && !name.includes('/');
}

/** Where the part of a phrase begins that says who. */
function startOf(segment: Segment, { head: [first] }: NounPhrase): number {
  return segment.tokens[first]?.start ?? segment.start;
}

/** Whether a name is announced as a speaker: alone on its line, or behind "from", "by" or a verb of saying. */
function isAnnounced(tokens: readonly ProseToken[], name: number): boolean {
  if (name === 0) return true;
  const before = wordAt(tokens, name - 1);
  return before === 'from' || before === 'by' || cueVerb(before) !== undefined;
}
