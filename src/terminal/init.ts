import { mkdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isDatabaseAddress } from '../search/postgres/address.js';
import { NEW_CORPUS } from './corpusChoice.js';
import { type DotenvChanges, setInDotenv } from './dotenvEdit.js';
import { looksLikeToken } from './tokenShape.js';

/** What Discord says of a token: whose it is, that it is none, or nothing, as it could not be asked. */
export type TokenCheck =
  | { readonly outcome: 'known'; readonly name: string; readonly inviteLink: string }
  | { readonly outcome: 'refused' | 'unchecked'; readonly reason: string };

/** Somebody who answers questions; null when nobody does any more. */
export interface Respondent {
  ask(question: string): Promise<string | null>;
  /** The same, with nothing of the answer on the screen. */
  askHidden(question: string): Promise<string | null>;
  /** Whether an answer that will not do is worth asking again. */
  readonly canCorrect: boolean;
}

export interface InitOptions {
  /** Path of the `.env` file, and what it says. */
  readonly dotenv: string;
  readonly set: Readonly<Record<string, string | undefined>>;
  /** The folder that paths are meant from. */
  readonly folder: string;
  readonly respondent: Respondent;
  readonly checkToken: (token: string) => Promise<TokenCheck>;
  readonly say: (line: string) => void;
}

/** Setting up cannot go on, said in one sentence. */
export class InitError extends Error {
  override readonly name = 'InitError';
}

const TRIES = 3;
/** The settings hold the bot's token. */
const OWNER_ONLY = 0o600;
const YES = /^(?:y|yes)?$/i;

/** Asks for what a start needs and writes it into `.env`, where every other line stays. @throws InitError */
export async function initialize(options: InitOptions): Promise<void> {
  const { dotenv, say } = options;
  const token = await askToken(options);
  const corpus = await askCorpus(options);
  const changes: DotenvChanges = { ...(token && { DISCORD_TOKEN: token.value }), ...(corpus && { CORPUS: corpus }) };
  try {
    await setInDotenv(dotenv, changes, OWNER_ONLY);
  } catch (error) {
    throw new InitError(`${dotenv} cannot be written (${error instanceof Error ? error.message : String(error)}).`);
  }
  say(`${dotenv} is written; only you may read it.`);
  if (token?.inviteLink) say(`To add the bot to a server, open ${token.inviteLink}`);
  say('To start, run: npm start');
}

interface GivenToken {
  readonly value: string;
  readonly inviteLink: string | null;
}

/** @returns null where Discord stays off */
async function askToken({ set, respondent, checkToken, say }: InitOptions): Promise<GivenToken | null> {
  const kept = set.DISCORD_TOKEN?.trim() ?? '';
  const question = kept
    ? 'The token of your bot (Enter keeps the one that is set): '
    : 'The token of your bot, from discord.com/developers → your application → Bot (Enter: without Discord): ';
  for (let tried = 1; ; tried++) {
    const value = ((await respondent.askHidden(question)) ?? '').trim() || kept;
    if (!value) {
      say('Discord stays off; questions are taken in the terminal and on the page.');
      return null;
    }
    const checked = await judge(value, checkToken);
    if (checked.outcome === 'known') {
      say(`Discord knows it: it is the token of ${checked.name || 'your application'}.`);
      return { value, inviteLink: checked.inviteLink };
    }
    if (checked.outcome === 'unchecked') {
      const doubt = looksLikeToken(value)
        ? ''
        : ' It does not look like a bot token: copy it again from the Bot page of your application.';
      say(`${checked.reason} The token is kept unchecked; “npx dateline doctor” checks it later.${doubt}`);
      return { value, inviteLink: null };
    }
    if (!respondent.canCorrect || tried === TRIES) throw new InitError(checked.reason);
    say(checked.reason);
  }
}

async function judge(token: string, checkToken: InitOptions['checkToken']): Promise<TokenCheck> {
  if (/^\S+$/.test(token)) return checkToken(token);
  return { outcome: 'refused', reason: 'A token is one word: give it alone, without “Bot” or a space.' };
}

/** @returns the value for CORPUS; null where it stays unset */
async function askCorpus({ set, folder, respondent, say }: InitOptions): Promise<string | null> {
  if (set.CORPORA?.trim()) {
    say(`The articles are those of CORPORA=${set.CORPORA.trim()}.`);
    return null;
  }
  const kept = set.CORPUS?.trim() ?? '';
  // Its address has a password, which does not belong on a screen.
  if (isDatabaseAddress(kept)) {
    say('The articles are those of the database that CORPUS names.');
    return null;
  }
  const onEnter = kept || 'the four examples that come with Dateline';
  for (let tried = 1; ; tried++) {
    const question = `The folder of your articles, such as ${NEW_CORPUS} (Enter: ${onEnter}): `;
    const path = ((await respondent.ask(question)) ?? '').trim() || kept;
    if (!path) {
      say('The four examples answer until CORPUS names a folder, or “npx dateline add” brings the first article.');
      return null;
    }
    if (isDatabaseAddress(path)) return path;
    const problem = await prepare(resolve(folder, path), path, respondent);
    if (problem === null) return path;
    if (!respondent.canCorrect || tried === TRIES) throw new InitError(problem);
    say(problem);
  }
}

/** Sees to it that a corpus is there. @returns why it cannot be used; null when it can */
async function prepare(place: string, path: string, respondent: Respondent): Promise<string | null> {
  const found = await stat(place).catch(() => null);
  if (found?.isDirectory() || (found?.isFile() && path.endsWith('.jsonl'))) return null;
  if (found) return `${path} is no folder and no .jsonl file.`;
  const agreed = (await respondent.ask(`${path} is not there. Create it? (Enter: yes) `)) ?? '';
  if (!YES.test(agreed.trim())) return `${path} is not there, and was not to be created.`;
  try {
    await mkdir(place, { recursive: true });
    return null;
  } catch (error) {
    return `${path} cannot be created (${error instanceof Error ? error.message : String(error)}).`;
  }
}
