import type { GivenFile } from '../../commands/parts/command.js';
import { RequestError } from '../archive.js';
import type { AttachedFile } from './receivedInteraction.js';

/** Gets a file from where Discord keeps it. @throws RequestError with a sentence for the one who sent it */
export type FileFetch = (file: AttachedFile) => Promise<Uint8Array>;

/** Where Discord keeps what its users attach. */
const CDN = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];
/** What an article, or a paper as a PDF, has at most; Discord's own limit for those who pay nothing. */
const MOST_BYTES = 10_000_000;
const TIMEOUT_MS = 10_000;

/** A file that came with a command, fetched once it is read. */
export function givenFile(attached: AttachedFile, fetchFile: FileFetch): GivenFile {
  return { name: attached.filename, read: () => fetchFile(attached) };
}

/**
 * Fetches attachments from Discord's own servers and from nowhere else, whatever address an interaction names.
 * @param apiUrl where Discord's API is: one that stands in for Discord keeps files itself
 */
export function attachmentsOf(apiUrl: string): FileFetch {
  const origins = new Set([...CDN, new URL(apiUrl).origin]);
  return async ({ filename, size, url }) => {
    if (!URL.canParse(url) || !origins.has(new URL(url).origin)) {
      throw new RequestError(`${filename} is not where Discord keeps files, so I do not fetch it.`);
    }
    if (size > MOST_BYTES) throw tooLarge(filename);
    try {
      // Discord does not redirect, and the address must go nowhere else.
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
      if (!response.ok || !response.body)
        throw new RequestError(`${filename} is no longer at Discord (${response.status}).`);
      return await readWithin(response.body, filename);
    } catch (error) {
      if (error instanceof RequestError) throw error;
      throw new RequestError(`${filename} could not be fetched from Discord. Please try again.`);
    }
  };
}

/** What is sent may be more than was announced. */
async function readWithin(body: ReadableStream<Uint8Array>, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > MOST_BYTES) throw tooLarge(name);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(name: string): RequestError {
  return new RequestError(`${name} has more than ${MOST_BYTES / 1e6} MB, which is the most that I take.`);
}
