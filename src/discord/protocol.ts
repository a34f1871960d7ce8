/**
 * Numbers of Discord's API, version 10 (https://discord.com/developers/docs). Written here, since a process that serves HTTP
 * alone should not load a package of ten thousand names for a dozen of them.
 */

export const INTERACTION = { ping: 1, command: 2, component: 3, autocomplete: 4 } as const;

export const COMMAND = { slash: 1, message: 3 } as const;

/** Kinds of a command's options; a subcommand is one that has options of its own. */
export const OPTION = { subcommand: 1, text: 3, flag: 5, channel: 7, file: 11 } as const;

/** Kinds of channels in a server that people write in: text, voice, announcements, threads, stages and forums. */
export const WRITTEN_CHANNELS = [0, 2, 5, 10, 11, 12, 13, 15];

/** The permission "Manage Server", of the bits that a member's permissions are. */
export const MANAGE_SERVER = 1n << 5n;

/** Kinds of messages that people write. */
export const MESSAGE = { plain: 0, reply: 19 } as const;

export const RESPONSE = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
} as const;

export const COMPONENT = { row: 1, button: 2 } as const;

/** The flag of a message that only one person sees. */
export const EPHEMERAL = 64;
