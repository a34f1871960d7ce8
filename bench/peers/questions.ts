const WORD = /\p{L}+/gu;

/** Swaps two neighbouring letters in the middle of the longest word, the commonest slip of fingers. */
export function misspell(question: string): string {
  let longest = { index: 0, length: 0 };
  for (const { 0: word, index } of question.matchAll(WORD))
    if (word.length > longest.length) longest = { index, length: word.length };
  const at = longest.index + (longest.length >> 1);
  if (longest.length < 4) return question;
  return question.slice(0, at - 1) + question.charAt(at) + question.charAt(at - 1) + question.slice(at + 1);
}

/** Whole sentences as questions, spread over the corpus: people paste what they read elsewhere. */
export function longQuestions(passages: readonly string[], most: number): string[] {
  const every = Math.max(1, Math.floor(passages.length / most));
  return passages.filter((_, number) => number % every === 0).slice(0, most);
}
