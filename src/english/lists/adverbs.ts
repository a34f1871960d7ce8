import { wordList } from './wordList.js';

/** Adverbs without -ly that may stand beside a verb. */
export const ADVERBS = wordList(`
afterward
afterwards
again
all
already
also
always
best
better
both
earlier
even
ever
first
flatly
further
instead
just
later
long
meanwhile
never
now
often
once
rather
simply
soon
still
then
thus
twice
`);
