import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig, VARIABLES } from '../../src/config.js';
import { mulberry32 } from '../../src/evaluation/mulberry32.js';
import { idleSettings, withDotenv } from '../../src/settings/dotenvSettings.js';
import { pick, type Random } from '../pick.js';
import type { FuzzRow } from './fuzz.js';
import { NASTY } from './pieces.js';

const MOST_LINES = 8;
/** Stands for a token: no complaint may repeat it. */
const SECRET = 'zq7SecretValue';
const VALUES = [
  SECRET,
  '',
  '0',
  '-1',
  '3000',
  '99999',
  'true',
  'false',
  'on',
  'off',
  'auto',
  'http://127.0.0.1',
  'https://u:p@x',
  'postgres://a:b@c/d',
  '"open',
  "'x'",
  '`y`',
  'a#b',
  'a # b',
  '123456789012345678',
  '../..',
  '\u{1f600}',
];
const SIGNS = ['=', '=', '=', ' = ', ': ', ':', '', '=='];

/** Reads `.env` files that are almost right: each gives settings, or complaints that hold no secret. */
export function fuzzSettings(count: number, seed: number): FuzzRow {
  const random = mulberry32(seed);
  const folder = mkdtempSync(join(tmpdir(), 'dateline-env-'));
  const file = join(folder, '.env');
  const faults: string[] = [];
  let slowestMs = 0;
  for (let number = 0; number < count; number++) {
    const text = madeUp(random);
    writeFileSync(file, random() < 0.05 ? Buffer.from(text, 'utf16le') : text);
    const begun = performance.now();
    const said: string[] = [];
    try {
      said.push(...idleSettings(file));
      readConfig(withDotenv(file, {}));
    } catch (error) {
      if (error instanceof ConfigError) said.push(...error.problems);
      else faults.push(`${error instanceof Error ? error.stack : String(error)}: ${JSON.stringify(text)}`);
    }
    if (said.some((sentence) => sentence.includes(SECRET)))
      faults.push(`a value is repeated: ${JSON.stringify(text.slice(0, 500))}`);
    slowestMs = Math.max(slowestMs, performance.now() - begun);
  }
  rmSync(folder, { recursive: true });
  return { what: '.env files', cases: count, faults, slowestMs };
}

function madeUp(random: Random): string {
  const lines = Array.from({ length: 1 + Math.floor(random() * MOST_LINES) }, () => {
    if (random() < 0.1) return pick(random, NASTY);
    const name = pick(random, VARIABLES);
    const written = random() < 0.1 ? name.slice(0, Math.floor(random() * name.length)) : name;
    const value = random() < 0.1 ? pick(random, NASTY) : pick(random, VALUES);
    return `${random() < 0.1 ? 'export ' : ''}${written}${pick(random, SIGNS)}${value}`;
  });
  return lines.join(pick(random, ['\n', '\r\n', '\r']));
}
