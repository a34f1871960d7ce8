import type { Steps } from '../steps.js';
import { groupQuotesInSteps, type QuoteGroup } from './group.js';
import type { Quote } from './quote.js';
import type { SpeakerEntry, SpeakerList } from './speakers.js';

/** Quotes as statements, by who made them. */
export class Statements {
  readonly #bySpeaker: ReadonlyMap<string | null, readonly QuoteGroup[]>;
  /** Where each statement stands first, among all quotes. */
  readonly #placeOf: ReadonlyMap<QuoteGroup, number>;
  readonly #quotesBySpeaker: ReadonlyMap<string | null, readonly Quote[]>;

  constructor(
    bySpeaker: ReadonlyMap<string | null, readonly QuoteGroup[]>,
    placeOf: ReadonlyMap<QuoteGroup, number>,
    quotesBySpeaker: ReadonlyMap<string | null, readonly Quote[]>,
  ) {
    this.#bySpeaker = bySpeaker;
    this.#placeOf = placeOf;
    this.#quotesBySpeaker = quotesBySpeaker;
  }

  /** A speaker's statements, when these are all the quotes that they were put together of; else null. */
  ofQuotes(speaker: string | null, quotes: readonly Quote[]): readonly QuoteGroup[] | null {
    const own = this.#quotesBySpeaker.get(speaker);
    const isSame = own?.length === quotes.length && quotes.every((quote, i) => quote === own[i]);
    return isSame ? (this.#bySpeaker.get(speaker) ?? null) : null;
  }

  /** The statements of some speakers, in the order in which they were first made. @param wanted null for everybody */
  of(wanted: readonly SpeakerEntry[] | null): QuoteGroup[] {
    const names = wanted === null ? [...this.#bySpeaker.keys()] : [...new Set(wanted.map(({ name }) => name))];
    const place = (group: QuoteGroup) => this.#placeOf.get(group) ?? 0;
    return names.flatMap((name) => this.#bySpeaker.get(name) ?? []).sort((a, b) => place(a) - place(b));
  }
}

/**
 * Puts the quotes of each speaker that are one statement together; speaker by speaker, which takes less memory than all at once.
 * @param before statements of some of these quotes: who has said nothing since has the same
 */
export function* readStatements(
  quotes: readonly Quote[],
  speakers: SpeakerList,
  before: Statements | null = null,
): Steps<Statements> {
  const bySpeaker = new Map<string | null, Quote[]>();
  const numberOf = new Map<Quote, number>();
  for (const [number, quote] of quotes.entries()) {
    numberOf.set(quote, number);
    const speaker = speakers.of(quote)?.name ?? null;
    const known = bySpeaker.get(speaker);
    if (known) known.push(quote);
    else bySpeaker.set(speaker, [quote]);
    yield;
  }
  const groups = new Map<string | null, readonly QuoteGroup[]>();
  const placeOf = new Map<QuoteGroup, number>();
  for (const [speaker, said] of bySpeaker) {
    const known = before?.ofQuotes(speaker, said);
    const own = known?.map((group) => withSpeakers(group, speakers)) ?? (yield* groupQuotesInSteps(said, speakers));
    groups.set(speaker, own);
    for (const group of own) placeOf.set(group, firstOf(group, numberOf));
  }
  return new Statements(groups, placeOf, bySpeaker);
}

/** The same statement, with those who made it as they are called by now. */
function withSpeakers(group: QuoteGroup, speakers: SpeakerList): QuoteGroup {
  const first = group.wordings[0]?.quotes[0];
  return first ? { ...group, speakers: speakers.namesOf(first) } : group;
}

function firstOf({ wordings }: QuoteGroup, numberOf: ReadonlyMap<Quote, number>): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { quotes } of wordings) for (const quote of quotes) first = Math.min(first, numberOf.get(quote) ?? first);
  return first;
}
