import { wordList } from './wordList.js';

/** Numbers in words, ordinals and parts: used alike, and yet never one for another. */
export const EXACT_NUMBER_WORDS = wordList(`
billion
double
dozen
eight
eleven
fifth
fifty
first
five
forty
four
fourth
half
hundred
last
million
next
nine
one
second
seven
six
ten
third
thirty
thousand
three
trillion
triple
twelve
twenty
two
`);
