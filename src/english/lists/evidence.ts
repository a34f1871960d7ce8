import { wordList } from './wordList.js';

/** What suggests or indicates without anybody speaking. */
export const EVIDENCE_WORDS = wordList(`
chart
data
evidence
figures
findings
graph
it
model
numbers
poll
polls
research
results
signs
statistics
studies
survey
that
this
trends
which
`);
