/** "<b>", "</p>", "<a href=…>"; "x<y and z>w" and "<the man>" are words. */
const TAG =
  /<\/?(?:a|abbr|article|b|blockquote|br|center|cite|code|del|details|div|em|fig(?:ure|caption)|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|[ou]l|p|picture|pre|q|s|section|small|source|span|strong|su[bp]|summary|table|tbody|thead|t[dhr]|u|video)(?:\s[^<>\n=]{0,100}=[^<>\n]{0,300})?\s?\/?>/gi;
/**
 * Inline Markdown as the words that a reader sees: "[Gail Starling](https://…)" is a name, "**Gail Starling**" too. Blocks stay as
 * they are, since headings, rules and lists tell the parts of a page. Each pattern has a longest match and no repetition inside
 * another, so that a line of nothing but marks takes no longer than any other.
 */
const INLINE: readonly (readonly [RegExp, string])[] = [
  // Pictures, the definitions of links, notes and comments show no words of the text.
  [/!\[[^[\]\n]{0,300}\](?:\([^()\n]{0,500}\)|\[[^[\]\n]{0,100}\])/g, ''],
  [
    /^ {0,3}\[[^\]^\n][^\]\n]{0,100}\]: {0,3}<?(?:https?:|mailto:|[./#])[^\s>]{0,500}>?(?: {1,3}["'(][^\n]{0,200})?$/gm,
    '',
  ],
  // The words of a note are text.
  [/^ {0,3}\[\^[^[\]\n]{1,40}\]: {0,3}/gm, ''],
  [/\[\^[^[\]\n]{1,40}\]/g, ''],
  [/<!--[^<>]{0,2000}-->/g, ''],
  [/\[([^[\]\n]{1,300})\]\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)/g, '$1'],
  [/\[([^[\]\n]{1,300})\]\[[^[\]\n]{0,100}\]/g, '$1'],
  [/<(https?:\/\/[^<>\s]{1,500})>/g, '$1'],
  [TAG, ''],
  [/^ {0,3}> ?/gm, ''],
  [/~~(?=\S)([^~\n]{1,500})~~/g, '$1'],
];
/** Emphasis, the longest first; a second time for what stood inside another. */
const EMPHASIS: readonly RegExp[] = [
  /\*\*\*(?=\S)([^*\n]{1,1000})\*\*\*/g,
  /\*\*(?=\S)([^*\n]{1,1000})\*\*/g,
  // "5*3*2" multiplies.
  /(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]{1,1000})(?<=\S)\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])__(?=\S)([^_\n]{1,1000})__(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}_])_(?=\S)([^_\n]{1,1000})_(?![\p{L}\p{N}_])/gu,
];
/** A row of a table has a bar at both ends. */
const TABLE_ROW = /^ {0,3}\|[^\n]{1,2000}$/gm;
/** What stands under a table's head. */
const TABLE_RULE = /^[\s|:-]*$/;

/** A row's cells as its line, as they are in pages; a rule stays, since it tells the parts of a page. */
function cellsOf(row: string): string {
  const line = row.trim();
  if (!line.endsWith('|') || line.length < 2 || TABLE_RULE.test(line)) return row;
  return line
    .split('|')
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(' ');
}

/** What a backslash takes its meaning; the backslash first, so that "\\[" is one of those and a bracket. */
const MARKS = [...'\\`*_{}[]()#+-.!>~|<'];
const MARK = /[\\`*_{}[\]()#+\-.!>~|<]/g;
const CODE = /`[^`\n]{1,300}`/g;
/** Marks that stand for themselves wait as characters for private use, that no pattern takes for marks. */
const WAITING = 0xe000;
const wait = (mark: string): string => String.fromCharCode(WAITING + mark.charCodeAt(0));

/** All at once, in a third of the time that a replacement takes: of a line of nothing but escaped marks there are millions. */
const exchange = (text: string, from: string, to: string): string => text.split(from).join(to);

/** @param text Markdown without front matter @returns its words, without the marks inside its lines */
export function plainMarkdown(text: string): string {
  let plain = text;
  for (const mark of MARKS) plain = exchange(plain, `\\${mark}`, wait(mark));
  plain = plain.replace(CODE, (code) => code.slice(1, -1).replace(MARK, wait));
  for (const [pattern, words] of INLINE) plain = plain.replace(pattern, words);
  plain = plain.replace(TABLE_ROW, cellsOf);
  for (const pattern of [...EMPHASIS, ...EMPHASIS]) plain = plain.replace(pattern, '$1');
  for (const mark of MARKS) plain = exchange(plain, wait(mark), mark);
  return plain;
}
