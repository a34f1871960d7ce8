import { wordList } from './wordList.js';

/** Any of these makes a message of such words alone a courtesy … */
export const GREETINGS = wordList(`
bye
cheers
evening
goodbye
hello
hey
hi
lol
morning
night
ok
okay
thank
thanks
thx
ty
`);

/** … whatever of these stands around it. */
export const AROUND_GREETINGS = wordList(`
a
again
all
bot
everyone
for
good
great
lot
many
much
nice
no
oh
please
so
that
there
very
you
`);
