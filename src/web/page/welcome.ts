import { element } from './elements.js';
import type { CorpusCard } from './objects.js';

const HOW = [
  'Ask in your own words, and the line of an article that answers is shown, word for word, with its source and date. ',
  'When the articles don’t say, you are told so. Type / for everything else; a message’s ⋯ has Find in sources.',
].join('');

/** What a first visit sees: what is loaded, and questions that these articles answer. */
export function greeting(
  { summary, problems }: CorpusCard,
  ask: (question: string) => void,
): { readonly drawn: HTMLElement; addExamples(questions: readonly string[]): void } {
  const examples = element('div', { class: 'examples', role: 'group', 'aria-label': 'Questions to begin with' });
  const drawn = element(
    'div',
    { class: 'greeting' },
    element('h2', {}, 'Ask the articles'),
    element('p', {}, HOW),
    element('p', { class: 'loaded' }, `Loaded: ${summary}`),
    problems.length > 0 ? drawProblems(problems) : null,
    examples,
  );
  return {
    drawn,
    addExamples(questions) {
      examples.append(
        ...questions.map((question) => {
          const button = element('button', { type: 'button', class: 'example' }, question);
          button.addEventListener('click', () => ask(question));
          return button;
        }),
      );
    },
  };
}

function drawProblems(problems: readonly string[]): HTMLElement {
  const count = problems.length === 1 ? '1 note on the articles' : `${problems.length} notes on the articles`;
  const lines = problems.map((problem) => element('li', {}, problem));
  return element('details', { class: 'problems' }, element('summary', {}, count), element('ul', {}, ...lines));
}
