import { wordList } from './wordList.js';

/** Behind a weekday these make a word of it that names no day: "Sunday school", "Friday prayers" may be any. */
export const WEEKDAY_COMPOUNDS = wordList(`
best
blues
clubs?
drivers?
football
leagues?
lunches
matinees?
newspapers?
papers?
roasts?
schools?
shoppers?
shopping
suits?
supplements?
trading
`);
