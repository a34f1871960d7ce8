import { wordList } from './wordList.js';

/** A name and one of these behind a quotation belong to its sentence: `"Why?" Brooks says`. */
export const SAID_AFTER_QUOTATION = wordList(`
added
adds
asked
asks
demanded
exclaimed
recalled
replied
replies
said
says
shouted
told
tweeted
wondered
writes
wrote
`);

/** A day right behind one of these dates the saying, whatever is said: "said on Thursday that he would". */
export const DATED_BY_NEXT_DAY = wordList(`
added
announced
confirmed
declared
insisted
reported
said
says
stated
told
tweeted
warned
wrote
`);

/** As {@link DATED_BY_NEXT_DAY}, for telling a happening from the report of it; only those that news uses for reports. */
export const DAY_OF_SAYING_VERBS = wordList(`
added
announced
confirmed
reported
said
says
stated
told
warned
`);

/** Attribute a statement; two sources may agree on a thing and differ in these. */
export const ATTRIBUTING_WORDS = wordList(`
according
add
added
adding
report
reported
said
say
saying
says
telling
tells
told
`);

/** What a question asks of an outlet: "what did DW say about …". */
export const ASKED_OF_A_SOURCE = wordList(`
claim
claimed
claims
describe
described
describes
have
mention
mentioned
mentions
publish
published
publishes
put
report
reported
reports
said
say
says
tell
write
writes
written
wrote
`);

/** What a question asks of somebody whose words it wants: "what did Kim say". */
export const ASKED_OF_A_SPEAKER = wordList(`
announce
answer
argue
call
called
claim
comment
describe
promise
react
respond
said
say
says
state
tell
think
told
warn
`);

/** Behind "what did …" these ask for somebody's words. */
export const ASKS_FOR_A_STATEMENT = wordList(`
announce
argue
call
called
claim
promise
respond
said
say
says
state
tell
think
told
warn
`);
