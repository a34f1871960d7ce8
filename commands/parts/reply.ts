/**
 * What a command answers, before any way in draws it. Everything in it is plain text: escaping, links and limits are the
 * business of the one who draws.
 */

/** Somebody's words, word for word. */
export interface QuotedText {
  readonly text: string;
  /** What to draw in bold: sorted, disjoint `[start, end)` ranges within `text`. */
  readonly emphasis: readonly (readonly [number, number])[];
}

/** A stretch of an article: `text.slice(start, end)` of the one with that id. */
export interface ArticleSpan {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** One thing shown: a headline, what is quoted under it, where that is from. Empty parts are not drawn. */
export interface Section {
  readonly headline?: string | undefined;
  /** Where the headline leads. Drawn as a link only when it is an http or https address. */
  readonly url?: string | null | undefined;
  readonly quotation?: QuotedText | undefined;
  /** Source, date, file and paragraph: a line each. */
  readonly citations?: readonly string[] | undefined;
  /** Where that can be read in the article. The last citation leads there, and a headline without an address of its own. */
  readonly place?: ArticleSpan | undefined;
  /** Ids of channels, shown by their names where there are channels. */
  readonly channels?: readonly string[] | undefined;
  /** What a reader needs beside it: what a day means, who else reports it. A line each. */
  readonly notes?: readonly string[] | undefined;
}

export interface Picture {
  /** A file name, ending in `.png`. */
  readonly name: string;
  readonly png: Uint8Array;
  /** The same for those who cannot see it. */
  readonly alt: string;
}

/** Asks the command for something more; the options of the request come along. */
export interface Button {
  readonly label: string;
  /** One of the command's actions. */
  readonly action: string;
  /** What the action is to be about, such as a page's number. Short: a dozen characters. */
  readonly arg: string;
  readonly disabled?: boolean | undefined;
  /** What it is good for, as the end of "Type 1 …" where it is typed and not pressed: "for the next". */
  readonly purpose?: string | undefined;
  /** A word that presses it where it is typed: "more". */
  readonly word?: string | undefined;
  /** Not drawn where buttons are pressed: there it would only stand in the way. */
  readonly typedOnly?: boolean | undefined;
}

/** `answer`: the articles say so. `closest`: they do not, and this is near. `notice`: Dateline itself speaks. */
export type Tone = 'answer' | 'closest' | 'notice';

export interface Reply {
  readonly tone: Tone;
  /** One or two sentences of Dateline's own, above the sections. */
  readonly lead?: string | undefined;
  readonly sections: readonly Section[];
  /** Where in a longer whole this is: "1 of 5". */
  readonly position?: string | undefined;
  readonly picture?: Picture | undefined;
  readonly buttons: readonly Button[];
  /** Only the one who asked sees it. */
  readonly private: boolean;
}

/** In place of "The articles don't say" where there are none. */
export const NO_ARTICLES =
  'There are no articles yet. Whoever runs Dateline adds one with “npx dateline add FILE”, or sets CORPUS to where they are.';

/** A reply that is one sentence of Dateline's own, seen only by the one who asked. */
export function notice(sentence: string): Reply {
  return { tone: 'notice', lead: sentence, sections: [], buttons: [], private: true };
}
