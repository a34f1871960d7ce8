import type { Gender } from '../english/givenNames.js';

/** Somebody whom an article names: a person, or an institution, country or place that can speak. */
export interface Named {
  /** The fullest form in the article, without titles: 'Sergei Lavrov'. */
  name: string;
  readonly words: readonly string[];
  /** What the article calls them, lower case: 'russian foreign minister'. */
  readonly roles: Set<string>;
  /** Whether it can be a person: two capitals or a title, and no institution's word. */
  person: boolean;
  /**
   * Whether the article shows that it is a person: by title, given name, age, a surname alone, a pronoun in the sentence. False when
   * it shows that it is none, null when it shows neither.
   */
  human: boolean | null;
  gender: Gender | null;
  /** How often the article has the name. */
  count: number;
  /** Offset of the first mention. */
  readonly first: number;
}

/** A name where it stands. */
export interface NameMention {
  readonly named: Named;
  readonly start: number;
  readonly end: number;
}
