import { wordList } from './wordList.js';

/** Finite auxiliaries and modals: a subject ends before them and never holds them. */
export const AUXILIARIES = wordList(`
am
are
aren't
be
been
being
can
can't
cannot
could
couldn't
did
didn't
do
does
doesn't
don't
had
hadn't
has
hasn't
have
haven't
having
he's
is
isn't
it's
may
might
must
shall
she's
should
shouldn't
they're
was
wasn't
were
weren't
will
won't
would
wouldn't
`);

/** Between a subject and its cue verb these may stand. */
export const PERFECT = wordList(`
had
has
have
`);

/** Before a participle these make a passive: "was told". */
export const PASSIVE = wordList(`
am
are
be
been
being
is
was
were
`);

/** What would, can or must be is not said. */
export const MODALS = wordList(`
can
can't
cannot
could
couldn't
let
let's
may
might
must
shall
should
shouldn't
to
will
won't
would
wouldn't
`);

/** What is not said is no statement. */
export const NEGATIONS = wordList(`
can't
cannot
couldn't
didn't
doesn't
don't
hadn't
hasn't
haven't
never
nobody
nor
not
without
won't
wouldn't
`);
