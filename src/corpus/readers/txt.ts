import { readFile } from 'node:fs/promises';
import { readHeader } from '../header.js';
import { statedDay } from '../statedDay.js';
import { decodeBytes } from './encoding.js';
import { articleAt, encodingNote, MAX_FILE_BYTES, notesOf, type Reader, withoutEntities } from './reader.js';

/** Plain text, with or without the first line ` date YYYY-MM-DD Title or first sentence`. */
export const txtReader = {
  extensions: ['.txt'],
  maxBytes: MAX_FILE_BYTES,
  async read({ path, name, id }) {
    const decoded = await decodeBytes(await readFile(path));
    const text = withoutEntities(decoded.text);
    const header = readHeader(text);
    const line = header ? 1 : null;
    const { note } = statedDay(header?.date);
    return {
      articles: [articleAt({ id, text }, name, line)],
      problems: [...encodingNote(name, decoded), ...notesOf(name, note === null ? [] : [{ line, message: note }])],
    };
  },
} satisfies Reader;
