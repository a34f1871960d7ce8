import { RequestError } from '../../src/archive.js';
import type { ServerSettings } from '../../src/serverBook.js';

/** What holds where nothing else was set for a server. */
export interface ServerDefaults {
  /** 0..1. */
  readonly minConfidence: number;
  readonly privateAnswers: boolean;
  /** Ids; none: everywhere. */
  readonly allowedChannels: readonly string[];
}

/** What may be set for the server that a request comes from. */
export interface ServerDesk {
  readonly settings: ServerSettings;
  readonly defaults: ServerDefaults;
  /** The id of the channel or thread that the request comes from; null: not known. */
  readonly channel: string | null;
  /** @throws RequestError when it cannot be kept */
  change(make: (before: ServerSettings) => ServerSettings): Promise<ServerSettings>;
}

/** Who sets something in a request. @throws RequestError where nobody does */
export function deskIn({ server }: { readonly server?: ServerDesk | undefined }): ServerDesk {
  if (!server) throw new RequestError('That is set on Discord, by those who manage a server.');
  return server;
}
