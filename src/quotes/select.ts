import { analyze } from '../english/analyzer.js';
import type { Steps } from '../steps.js';
import type { QuoteGroup } from './group.js';
import type { Quote } from './quote.js';

/** Weight of a topic's word found in the quote itself; in the sentence around it it counts `AROUND`. */
const WITHIN = 1;
const AROUND = 0.5;
/** Quotations of at least this many words say something by themselves. */
const WHOLE = 5;

/**
 * Puts statements best first, a statement a step: whole quotations before reported statements before fragments, and what
 * more articles have before what one has. With a topic, only those that touch it, nearest first.
 * @param groups in the order of the articles
 */
export function* bestGroups(groups: readonly QuoteGroup[], about: string | undefined): Steps<QuoteGroup[]> {
  const topic = about === undefined ? [] : [...new Set(analyze(about).map((token) => token.term))];
  if (about !== undefined && topic.length === 0) return [];
  const termsIn = rememberedTerms();
  const weightOf = yield* rarity(topic, groups, termsIn);
  const weighed: { group: QuoteGroup; order: number; near: number; weight: number }[] = [];
  for (const [order, group] of groups.entries()) {
    const near = nearness(group, topic, weightOf, termsIn);
    if (topic.length === 0 || near > 0) weighed.push({ group, order, near, weight: standing(group) });
    yield;
  }
  return weighed.sort((a, b) => b.near - a.near || b.weight - a.weight || a.order - b.order).map(({ group }) => group);
}

/** The terms of a text, each text read once: quotes of one sentence have it around them all. */
function rememberedTerms(): (text: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (text) => {
    const terms = known.get(text) ?? new Set(analyze(text).map(({ term }) => term));
    known.set(text, terms);
    return terms;
  };
}

type TermsIn = ReturnType<typeof rememberedTerms>;

/** Inverse document frequency of the topic's words among the statements, so that a rare word decides. */
function* rarity(
  topic: readonly string[],
  groups: readonly QuoteGroup[],
  termsIn: TermsIn,
): Steps<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const { wordings } of topic.length === 0 ? [] : groups) {
    const around = wordings.map(({ quotes }) => termsIn(quotes[0]?.excerpt.text ?? ''));
    for (const term of topic) {
      if (around.some((terms) => terms.has(term))) found.set(term, (found.get(term) ?? 0) + 1);
    }
    yield;
  }
  return new Map(topic.map((term) => [term, Math.log(1 + groups.length / (1 + (found.get(term) ?? 0)))]));
}

/** How near a statement is to a topic, 0 when it has none of its words. */
function nearness(
  group: QuoteGroup,
  topic: readonly string[],
  weightOf: ReadonlyMap<string, number>,
  termsIn: TermsIn,
): number {
  if (topic.length === 0) return 0;
  let best = 0;
  for (const wording of group.wordings) {
    const within = termsIn(wording.text);
    const around = termsIn(wording.quotes[0]?.excerpt.text ?? '');
    let near = 0;
    for (const term of topic)
      near += (weightOf.get(term) ?? 0) * (within.has(term) ? WITHIN : around.has(term) ? AROUND : 0);
    best = Math.max(best, near);
  }
  return best;
}

function standing(group: QuoteGroup): number {
  const quotes = group.wordings.flatMap((wording) => wording.quotes);
  const sources = new Set(quotes.map((quote) => quote.article.id)).size;
  const long = quotes.some((quote) => quote.text.split(/\s+/u).length >= WHOLE);
  const kind = quotes.some((quote) => quote.direct) ? (long ? 3 : 1) : long ? 2 : 0;
  return kind + sources / (sources + 1);
}

/** One quote a statement, then the same statements' quotes from other articles; both in the order of the groups. */
export function quotesOf(groups: readonly QuoteGroup[]): Quote[] {
  const first: Quote[] = [];
  const others: Quote[] = [];
  for (const group of groups) {
    const [representative, ...rest] = group.wordings.flatMap((wording) => wording.quotes);
    if (representative) first.push(representative);
    for (const quote of rest) others.push(quote);
  }
  return [...first, ...others];
}
