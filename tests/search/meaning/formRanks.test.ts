import { expect, it } from 'vitest';
import { FormRanks } from '../../../src/search/meaning/formRanks.js';

const forms = ['bombers', 'kim', 'zzz'].map((surface) => ({ surface, term: surface.replace(/s$/, '') }));
const ranks = new FormRanks(
  forms,
  (surface) => ['kim', 'bombers'].indexOf(surface),
  (term) => term === 'kim',
);

it('a form has the rank of its surface', () => {
  expect(ranks.of(0)).toBe(1);
});

it('a name, an unknown word and a form that is not there have none', () => {
  expect([1, 2, 3].map((form) => ranks.of(form))).toEqual([-1, -1, -1]);
});
