import { wordList } from './wordList.js';

/** Days and the like: an adverbial of one word. */
export const TIMES = wordList(`
afterwards
aug.
august
dec.
december
earlier
feb.
february
friday
jan.
january
july
later
march
monday
nov.
november
oct.
october
recently
saturday
sept.
september
sunday
thursday
today
tomorrow
tonight
tuesday
wednesday
yesterday
`);
