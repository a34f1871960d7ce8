import type { Gender } from '../english/givenNames.js';
import type { Directory } from './directory.js';
import type { Named } from './named.js';

/** Whoever the text is about at a point: what pronouns, roles and quotations without a cue refer to. */
export interface Topic {
  readonly name: string;
  readonly kind: 'person' | 'group';
  readonly gender: Gender | null;
  /** Whether they have spoken or are somebody by title: then no thing with a name is mistaken for them. */
  readonly spoke?: boolean;
  /** Whether the article shows that they are a person: {@link Named.human}. */
  readonly human?: boolean | null;
  /** Those who speak together, where several do. */
  readonly members?: readonly string[];
  /** Where the text names them, as an offset: a pronoun that stands before looks back, and does not mean them. */
  readonly at?: number;
}

/** How far back, in segments, a pronoun may reach. */
const REACH = 20;
/** Nouns that stand for an institution named before. */
const INSTITUTION_NOUN =
  /^(?:group|company|department|ministry|agency|organization|organisation|union|team|league|city|government|party|association|committee|council|board|bank|university|school|service|firm|newspaper|outlet|broadcaster|network|institute|commission|court|force|federation|club|charity|utility|institution|authority|retailer|airline|manufacturer|province|country|town|state|campaign|administration)$/u;
/** Of these, the ones that any institution may be called; the others must stand in its name. */
const ANY_INSTITUTION =
  /^(?:group|company|agency|organization|organisation|team|firm|newspaper|outlet|broadcaster|network|club|charity|utility|institution|retailer|airline|manufacturer)$/u;
/** "Americans", "Democrats": many people, and no institution. */
const PEOPLE = /^\p{Lu}\p{L}+(?:ans|ers|ists|crats|ese|ics|ives)$/u;
/** A name of one word may be a person's as well as a place's: "Kim". */
const SINGLE_NAME = /^\p{Lu}\p{Ll}+$/u;

/** Whether a noun stands for an institution named before: "the company". */
export function isInstitutionNoun(noun: string): boolean {
  return INSTITUTION_NOUN.test(noun);
}

/** Somebody of the directory as a topic, by a name that may say more than the article's. */
export function topic(named: Named, name: string): Topic {
  const { person, gender, roles, human } = named;
  return { name, kind: person ? 'person' : 'group', gender, spoke: roles.size > 0, human };
}

/**
 * Whether somebody whom a sentence names can be meant by a pronoun that its subject cannot: "Ana Lopez met Tom Hall" leaves "he" to
 * Tom Hall, and "Carl Lopez met Tom Hall" to Carl Lopez.
 */
export function isOther(named: Topic, subject: Topic | null): boolean {
  if (subject?.kind !== 'person') return true;
  // "Hall's spokeswoman" has no name, and is somebody else than Hall.
  const surname = named.name.split(' ').at(-1) ?? '';
  if (subject.human === undefined && subject.name.toLowerCase().includes(surname.toLowerCase())) return true;
  return named.gender !== null && subject.gender !== null && named.gender !== subject.gender;
}

/** Whom the last segments are about, the nearest first, so that "he", "they" and "the company" find whom they mean. */
export class TopicMemory {
  readonly #directory: Directory;
  /** Those whom each segment names, its subject before the others. */
  readonly #segments: { readonly paragraph: number; readonly topics: Topic[] }[] = [];
  /** What a pronoun has told of people whose name tells nothing. */
  readonly #genders = new Map<string, Gender>();

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** Starts a segment. */
  begin(paragraph: number): void {
    this.#segments.push({ paragraph, topics: [] });
  }

  /** Remembers somebody after all others of the segment. */
  add(topic: Topic): void {
    this.#segments.at(-1)?.topics.push(topic);
  }

  /** Remembers whom the segment is about. What has a full name, and does something, is a person where nothing else is shown. */
  addSubject(topic: Topic): void {
    this.add(topic.human === null ? { ...topic, human: topic.name.includes(' ') } : topic);
  }

  /** Remembers who speaks, before all others of the segment. */
  speaks(topic: Topic): void {
    this.#segments.at(-1)?.topics.unshift({ ...topic, spoke: true });
  }

  /**
   * The last person whom a "he" or "she" at an offset can mean. One whose gender nothing tells can be either; what the pronoun then
   * tells is kept.
   */
  person(gender: Gender, pronoun: number): Topic | null {
    const genderOf = (candidate: Topic) => candidate.gender ?? this.#genders.get(candidate.name) ?? null;
    const isKnown = (candidate: Topic) => candidate.spoke === true || candidate.human === true;
    const maybePerson = ({ kind, name, spoke }: Topic) =>
      kind === 'person' || (spoke === true && SINGLE_NAME.test(name));
    const found =
      this.recent((candidate) => {
        if (candidate.kind !== 'person') return false;
        const told = genderOf(candidate);
        return told === gender || (told === null && isKnown(candidate));
      }, pronoun) ??
      this.recent((candidate) => maybePerson(candidate) && (genderOf(candidate) ?? gender) === gender, pronoun);
    if (found && genderOf(found) === null) this.#genders.set(found.name, gender);
    return found;
  }

  /** The last institution, or people together, that a pronoun at an offset can mean. */
  group(pronoun: number): Topic | null {
    return this.recent((candidate) => candidate.kind === 'group', pronoun);
  }

  /** "the company": an institution whose name has the word, else the one that is most written about hereabouts. */
  institution(noun: string): Topic | null {
    const isNamed = ({ kind, name }: Topic) => kind === 'group' && /^\p{Lu}/u.test(name) && !PEOPLE.test(name);
    const called = this.recent((candidate) => isNamed(candidate) && candidate.name.toLowerCase().includes(noun));
    if (called || !ANY_INSTITUTION.test(noun)) return called;
    const groups = this.#segments
      .slice(-REACH)
      .reverse()
      .flatMap(({ topics }) => topics.filter(isNamed));
    const countOf = ({ name }: Topic) => this.#directory.find(name.split(' '))?.count ?? 0;
    return groups.sort((a, b) => countOf(b) - countOf(a))[0] ?? null;
  }

  /** Whom this sentence or the one before it in its paragraph is about, where that is somebody with a surname that stands at an offset; null when it is not. */
  justNamed(surname: string, offset: number): Topic | null {
    for (const { paragraph, topics } of this.#segments.slice(-2).reverse()) {
      if (paragraph !== this.#segments.at(-1)?.paragraph) break;
      const [first] = topics;
      if (first?.kind === 'person' && (first.at ?? 0) < offset && first.name.endsWith(` ${surname}`)) return first;
    }
    return null;
  }

  /** The nearest who fits, of those whom the text names before an offset. */
  recent(wanted: (topic: Topic) => boolean, before = Number.POSITIVE_INFINITY): Topic | null {
    const isMeant = (candidate: Topic) => (candidate.at ?? 0) < before && wanted(candidate);
    for (let i = this.#segments.length - 1; i >= 0 && i > this.#segments.length - 1 - REACH; i--) {
      const found = this.#segments[i]?.topics.find(isMeant);
      if (found) return found;
    }
    return null;
  }
}
