import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { analyse } from 'scslre';

// Without Java and without a binary: the same everywhere, and nothing to download.
process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

/** More than a loop of a few lines takes; what is not done by then is not sure to be harmless. */
const PATIENCE_MS = 10_000;
/** A loop of so few rounds takes polynomial time at the worst. */
const FEW_ROUNDS = 3;
const parser = new RegExpParser();

/**
 * How a pattern may take longer than its text is long, each in a few words; empty for one that does not.
 *
 * Exponential time comes from a loop that can read one text in two ways, so each loop is given to recheck by itself, which is quick:
 * of whole patterns it leaves one in eight undecided. Counts such as {0,60} are taken for no limit there, as 30 times two ways
 * are a thousand million already. Polynomial time comes from repetitions that can hand text to one another, or to the next
 * place that the pattern is tried at: those scslre finds. Neither finds "first.*since" in a text that says "first" again and
 * again, nor repetition inside a lookbehind; a sentence has an end for their sake.
 */
export function backtracking(source: string, flags: string): string[] {
  const found = loopsOf(source, flags).flatMap((loop) => {
    const result = checkSync(loop, flags.replace(/[^ius]/g, ''), {
      checker: 'automaton',
      timeout: PATIENCE_MS,
    });
    if (result.status === 'unknown') return [`undecided: ${loop}`];
    return result.complexity.type === 'exponential' ? [`exponential: ${loop}`] : [];
  });
  for (const report of analyse({ source, flags: flags.replace('y', '') }).reports) {
    const quantifiers = report.type === 'Trade' ? [report.startQuant, report.endQuant] : [report.quant];
    const words = quantifiers.map(({ raw }) => raw).join(' and ');
    found.push(`${report.exponential ? 'exponential' : 'polynomial'}: ${words}`);
  }
  return [...new Set(found)];
}

/** The loops of a pattern that hold a choice or another repetition, each as a pattern that is nothing else. */
function loopsOf(source: string, flags: string): string[] {
  const pattern = parser.parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const loops: string[] = [];
  visitRegExpAST(pattern, {
    onQuantifierEnter(quantifier) {
      if (quantifier.max <= FEW_ROUNDS) return;
      const edits: Edit[] = [];
      let isPlain = true;
      visitRegExpAST(quantifier.element, {
        onAssertionEnter: ({ start, end }) => edits.push({ start, end, words: '' }),
        onAlternativeEnter: ({ parent }) => {
          isPlain &&= parent.alternatives.length === 1;
        },
        onQuantifierEnter: (inner) => {
          isPlain &&= inner.min === inner.max;
          edits.push({ start: inner.element.end, end: inner.end, words: opened(inner) });
        },
      });
      if (!isPlain) loops.push(`^(?:${edited(source, quantifier.element, edits)})*$`);
    },
  });
  return loops;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** A quantifier without its upper limit, unless that is one or what it has to be. */
function opened({ min, max, element, end, raw, start }: AST.Quantifier): string {
  if (max <= 1 || min === max) return raw.slice(element.end - start, end - start);
  return min === 0 ? '*' : '+';
}

/** The text of a node with stretches exchanged; what lies inside a stretch that is exchanged goes with it. */
function edited(source: string, node: { start: number; end: number }, edits: readonly Edit[]): string {
  let text = '';
  let at = node.start;
  for (const { start, end, words } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    text += source.slice(at, start) + words;
    at = end;
  }
  return text + source.slice(at, node.end);
}
