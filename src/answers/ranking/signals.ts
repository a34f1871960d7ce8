/** What speaks for a sentence as the answer; each 0..1. */
export interface RankSignals {
  /** Share of the question, by weight, that the sentence holds in any way. */
  readonly coverage: number;
  /** The same without what is only alike in meaning. */
  readonly wording: number;
  /** What the sentences that it would be shown with add to the coverage. */
  readonly excerpt: number;
  /** What the neighbouring sentences and the title add to the coverage. */
  readonly context: number;
  /** What the rest of the article adds to that. */
  readonly article: number;
  /** BM25 of the sentence over the best candidate's. */
  readonly sentenceScore: number;
  /** How likely its article is beside the likeliest one, by their BM25. */
  readonly articleScore: number;
  /** For a question about what is new: how near its article's day is to the newest candidate's. */
  readonly recency: number;
  /** Share of the question's neighbouring words that are near each other in the sentence. */
  readonly nearness: number;
  /** Whether it holds what is asked for: a day for "when", a name for "who". */
  readonly evidence: number;
  /** What the title holds of the question. */
  readonly title: number;
  /** How early in the article it stands. */
  readonly lead: number;
  /** 1 for a sentence that itself asks, and so does not answer. */
  readonly asks: number;
}

/** What speaks for the best excerpt being an answer at all; each 0..1 but `score`. */
export interface ConfidenceSignals {
  /** Share of the question, by weight, that the excerpt holds in any way. */
  readonly coverage: number;
  /** How much was matched in all: half of a long question says more than half of a short one. */
  readonly mass: number;
  /** The share of the question that the whole corpus has no word for. */
  readonly unknown: number;
  /** 1 when neither the excerpt nor its article has one of the question's names. */
  readonly missingName: number;
  readonly evidence: number;
  /** Whether the excerpt has just what is expected: a count of the thing, words of the speaker. */
  readonly expectation: number;
  /** 1 when a count of one deed is asked for and the excerpt has none of it: the injured are not the dead. Weighed by hand. */
  readonly otherDeed: number;
  /** 1 when it has nothing of what can be answered in no other way. */
  readonly failed: number;
  readonly nearness: number;
  /** The best passage's rank score, in tens. */
  readonly score: number;
  /** How far the question is from what the corpus is about: 1 when none of its words is in many of the articles. */
  readonly offTopic: number;
  /** How much of half the question the best sentence lacks in words; what is only alike in meaning counts for nothing. */
  readonly unworded: number;
  /** Both of these at once: a question about something else that some line happens to share a word with. */
  readonly elsewhere: number;
  /** `offTopic` for a question about who asks or who answers: "my cat", "how are you". */
  readonly personal: number;
  /** 1 for a question that asks why: nearly any line about the matter gives some reason. */
  readonly reason: number;
  /** 1 for a count or a duration. */
  readonly quantity: number;
  /** Log odds by the reader that the line answers, in fives; 0 when nobody read it. */
  readonly read: number;
}
