import { expect, it } from 'vitest';
import { clarity } from '../../../src/events/timeline/clarity.js';
import { tell } from './tell.js';

const best = clarity(tell('Mayor Oda Lund opened the bridge in Brann on Monday.'));

it.each([
  'She opened the bridge in Brann on Monday.',
  'Mayor Oda Lund opened the bridge in Brann on Monday, Per Holm said.',
  'Per Holm/Brann Pictures Oda Lund opened the bridge in Brann on Monday.',
  'Mayor Oda Lund spoke in Brann of her resignation on Monday and of what she had done and wanted.',
])('is less for a sentence that says less clearly who did what: "%s"', (text) => {
  expect(clarity(tell(text))).toBeLessThan(best);
});
