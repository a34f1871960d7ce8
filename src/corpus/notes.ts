import type { Problem } from './article.js';

/** Notes that say the same of several places become one, with the first place and how many more there are. */
export function joinNotes(problems: readonly Problem[]): Problem[] {
  const counts = new Map<string, number>();
  for (const { isNote, message } of problems) if (isNote) counts.set(message, (counts.get(message) ?? 0) + 1);
  const told = new Set<string>();
  return problems.flatMap((problem) => {
    if (!problem.isNote) return [problem];
    const { message } = problem;
    if (told.has(message)) return [];
    told.add(message);
    const more = (counts.get(message) ?? 1) - 1;
    return more === 0 ? [problem] : [{ ...problem, message: `${message} (So in ${more} more.)` }];
  });
}
