import type { Named } from './named.js';
import { type KnownPeople, nameKey } from './speakers.js';

/** Of everybody whom articles name, what is asked for over all articles: it takes a small part of the memory of who is named where. */
export class NamedPeople implements KnownPeople {
  readonly #people = new Set<string>();
  readonly #roles = new Map<string, Set<string>>();
  readonly #words = new Set<string>();

  constructor(named: Iterable<Named> = []) {
    for (const one of named) this.add(one);
  }

  /** To add one twice changes nothing. */
  add({ name, person, roles, words }: Named): void {
    if (person) this.#people.add(name);
    for (const word of words) for (const key of nameKey(word)) this.#words.add(key);
    // Most are named without a role.
    if (roles.size === 0) return;
    const known = this.#roles.get(name) ?? new Set();
    for (const role of roles) known.add(role);
    this.#roles.set(name, known);
  }

  isPerson(name: string): boolean {
    return this.#people.has(name);
  }

  rolesOf(name: string): Iterable<string> {
    return this.#roles.get(name) ?? [];
  }

  /** Whether a key of a word is in somebody's name. */
  hasWord(key: string): boolean {
    return this.#words.has(key);
  }
}
