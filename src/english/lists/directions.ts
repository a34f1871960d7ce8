import { wordList } from './wordList.js';

/** Points of the compass: used alike, and yet never one for another. */
export const DIRECTIONS = wordList(`
east
eastern
north
northern
south
southern
west
western
`);
