import { readFile } from 'node:fs/promises';
import { readHeader } from '../header.js';
import { articleAt, decodeText, MAX_FILE_BYTES, type Reader, withoutEntities } from './reader.js';

/** Plain text, with or without the first line ` date YYYY-MM-DD Title or first sentence`. */
export const txtReader: Reader = {
  extensions: ['.txt'],
  maxBytes: MAX_FILE_BYTES,
  async read({ path, name, id }) {
    const text = withoutEntities(decodeText(await readFile(path)));
    const line = readHeader(text) ? 1 : null;
    return { articles: [articleAt({ id, text }, name, line)], problems: [] };
  },
};
