import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from '../config.js';
import { userStateFolder } from '../settings/stateFolder.js';

/** As many lines as are kept; the oldest go first. */
export const MOST_REMEMBERED = 500;
/** What somebody asked is their own business. */
const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** What was typed at the prompt, over several runs. */
export interface PromptHistory {
  /** Newest first, as readline has them. */
  readonly lines: readonly string[];
  /** Keeps these instead. Never throws: a history that cannot be kept ends with the run. */
  keep(lines: readonly string[]): void;
}

/** Where the history is. */
export function historyFile(environment: Environment): string {
  return join(userStateFolder(environment), 'history');
}

/** Reads the history of earlier runs; an empty one where there is none that can be read. @param file one line each, oldest first */
export function openHistory(file: string): PromptHistory {
  return {
    lines: read(file),
    keep(lines) {
      try {
        mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY_FOLDER });
        const text = lines.slice(0, MOST_REMEMBERED).toReversed().join('\n');
        writeFileSync(file, `${text}\n`, { mode: OWNER_ONLY });
        // The mode above counts for a new file only.
        chmodSync(file, OWNER_ONLY);
      } catch {
        // A read-only home must not take the prompt away.
      }
    },
  };
}

function read(file: string): string[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return lines.slice(-MOST_REMEMBERED).reverse();
  } catch {
    return [];
  }
}
