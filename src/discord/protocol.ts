/**
 * Numbers of Discord's API, version 10 (https://discord.com/developers/docs). Written here, since a process that serves HTTP
 * alone should not load a package of ten thousand names for a dozen of them.
 */

export const INTERACTION = { ping: 1, command: 2, component: 3, autocomplete: 4 } as const;

export const COMMAND = { slash: 1, message: 3 } as const;

/** Kinds of a command's options. */
export const OPTION = { text: 3, flag: 5 } as const;

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
