import type { Article } from './article.js';

/** Told of a fault of ours in one article; the others are read on. */
export type OnFault = (article: Article, error: unknown) => void;

/** Reads something of one article, or `instead` when that fails. */
export function attempt<T>(article: Article, read: () => T, instead: T, onFault: OnFault): T {
  try {
    return read();
  } catch (error) {
    onFault(article, error);
    return instead;
  }
}

/** For those who want to know of a fault at once. */
export const raise: OnFault = (_, error) => {
  throw error;
};
