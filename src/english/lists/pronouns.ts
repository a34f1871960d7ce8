import { wordList } from './wordList.js';

/** What can be the whole subject of a cue. */
export const PRONOUNS = wordList(`
he
i
it
she
they
we
you
`);

/** Words that stand for somebody without naming them. */
export const PRO_FORMS = wordList(`
all
another
both
everybody
everyone
few
many
most
neither
none
one
others
several
some
`);

/** Whom something is told. */
export const OBJECT_PRONOUNS = wordList(`
her
herself
him
himself
it
me
them
themselves
us
you
`);

/** What begins a relative clause. */
export const RELATIVES = wordList(`
that
which
who
whom
whose
`);

/** Whose something is. */
export const POSSESSIVES = wordList(`
her
his
its
my
our
their
your
`);
