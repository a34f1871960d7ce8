import { wordList } from './wordList.js';

/** Words that people put into a question for its tone; it asks the same without them. */
export const FILLERS = wordList(`
actually
basically
damn
even
exactly
haha
hahaha
hmm
honestly
literally
okay
really
seriously
um
wow
yeah
`);

/** Words that a message in a chat begins with and that belong to no question. */
export const OPENERS = wordList(`
alright
also
and
but
cool
hello
hey
hi
like
nice
oh
ok
quick
so
sorry
thanks
wait
well
yes
`);
