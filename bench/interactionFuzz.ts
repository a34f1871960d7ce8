import { loadCommands } from '../commands/parts/load.js';
import type { Archive } from '../src/archive.js';
import type { AnswerLog } from '../src/discord/answerLog.js';
import { Dispatcher } from '../src/discord/dispatcher.js';
import { mulberry32 } from '../src/evaluation/mulberry32.js';
import { interactionRoutes } from '../src/web/interactionRoutes.js';
import { makeSigningKeys, signedHeaders } from '../tests/discord/endpoint.js';
import {
  autocomplete,
  buttonPress,
  messageCommand,
  PING,
  slashCommand,
} from '../tests/discord-bot/interactionObjects.js';
import { pick, type Random } from './pick.js';

/** What became of bodies that are almost interactions, each properly signed. */
export interface FuzzReport {
  readonly bodies: number;
  readonly answered: number;
  readonly refused: number;
  /** Bodies that got neither an answer nor a refusal with a clear sentence, or that wrote an error into the log. */
  readonly faults: readonly string[];
  /** Of one request, the longest. */
  readonly slowestMs: number;
}

/** Values that stand where others are expected. */
const NASTY: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e@everyone <@1>',
  '__proto__',
  'a'.repeat(5_000),
  '([{'.repeat(500),
  '|||||',
  '9'.repeat(100),
  'ask|page|1|9,0,0,0,0',
  'data:image/png;base64,AAAA',
  [],
  [[]],
  {},
  { __proto__: null, constructor: 1 },
];
/** A body of any depth is read by a parser that is not ours, and by a check that does not go down where nothing is declared. */
const DEEP = 2_000;
/** So many are sent in more than a second, after which the time tells them apart. */
const TELLING_APART = 5_000;
/** A mutated body gets so many changes at most. */
const MOST_CHANGES = 3;
/** A refusal is a sentence to read, not a report. */
const LONGEST_SENTENCE = 300;

type Routes = ReturnType<typeof interactionRoutes>;

/** Sends that many mutated bodies to the interactions endpoint in process. The same seed gives the same bodies. */
export async function fuzzInteractions(archive: Archive, bodies: number, seed: number): Promise<FuzzReport> {
  const random = mulberry32(seed);
  const keys = makeSigningKeys();
  const errors: string[] = [];
  const routes = interactionRoutes({
    publicKey: keys.publicKey,
    dispatcher: new Dispatcher({ archive, commands: await loadCommands(), logger: errorsInto(errors) }),
    followUp: async () => {},
    log: errorsInto(errors),
    now: Date.now,
    onRefused: () => {},
  });
  const faults: string[] = [];
  const counts = { answered: 0, refused: 0 };
  let slowestMs = 0;
  for (let i = 0; i < bodies; i++) {
    // What is not mutated differs all the same from what was sent lately, or it would be a replay.
    const body = `${mutatedBody(random)}${' '.repeat(1 + (i % TELLING_APART))}`;
    const started = performance.now();
    const verdict = await send(routes, body, signedHeaders(keys, body, Math.floor(Date.now() / 1_000) + (i % 200)));
    slowestMs = Math.max(slowestMs, performance.now() - started);
    if (verdict === 'answered' || verdict === 'refused') counts[verdict]++;
    const fault = errors.length > 0 ? errors.splice(0).join('; ') : verdict;
    if (fault !== 'answered' && fault !== 'refused') faults.push(`${fault}: ${body.trim().slice(0, 500)}`);
  }
  return { bodies, ...counts, faults, slowestMs };
}

async function send(routes: Routes, body: string, headers: Record<string, string>): Promise<string> {
  const response = await routes.request('/interactions', { method: 'POST', body, headers });
  const text = await response.text();
  if (response.status === 200)
    return /^\{"type":[1478]\b|payload_json/.test(text) ? 'answered' : 'answered with nothing';
  if (response.status !== 400 && response.status !== 413) return `status ${response.status}`;
  const { error } = JSON.parse(text) as { error?: unknown };
  const isSentence = typeof error === 'string' && error.length <= LONGEST_SENTENCE && /^[A-Z][^\n]*\.$/.test(error);
  return isSentence ? 'refused' : `refused without a sentence (${String(error)})`;
}

function mutatedBody(random: Random): string {
  let value: unknown = structuredClone(pick(random, templates(random)));
  const changes = Math.floor(random() * (MOST_CHANGES + 1));
  for (let change = 0; change < changes; change++) value = mutated(value, random);
  const body = JSON.stringify(value) ?? 'null';
  switch (Math.floor(random() * 20)) {
    case 0:
      return body.slice(0, Math.floor(random() * body.length));
    case 1:
      return body.replace(/[{}[\]",:]/g, (mark) =>
        random() < 0.1 ? pick(random, ['{', '}', '[', ']', '"', ',']) : mark,
      );
    case 2:
      return body.replace('{', `{"deep":${'['.repeat(DEEP)}${']'.repeat(DEEP)},`);
    default:
      return body;
  }
}

function templates(random: Random): readonly unknown[] {
  const texts = ['who met Kim', 'Lavrov', 'lavrov says US policy dangerous', '18 October', 'reuters', 'when pigs fly'];
  const text = () => pick(random, texts);
  const message = {
    flags: 64,
    embeds: [{ author: { name: 'who met Kim' }, description: 'x', footer: { text: '1 of 2' }, color: 1 }],
    components: [{ type: 1, components: [{ type: 2, style: 2, label: '▶', custom_id: 'ask|page|1|11,0,0,0,0' }] }],
    attachments: [{ description: 'A picture.' }],
  };
  return [
    PING,
    slashCommand('ask', { question: text(), before: text(), private: true }),
    slashCommand('quote', { speaker: text(), about: text() }),
    slashCommand('timeline', { topic: text() }),
    slashCommand('compare', { topic: text() }),
    slashCommand('sources'),
    slashCommand('help'),
    messageCommand('Find in sources', `${text()} met Kim on Thursday.`),
    autocomplete('ask', 'source', text()),
    autocomplete('quote', 'speaker', text(), { about: text() }),
    buttonPress('ask|page|1|11,0,0,0,0', message),
    buttonPress('ask|context|0|11,0,0,0,0', message),
    buttonPress('share', message),
  ];
}

/** The value with one place in it changed: another value, gone, or doubled. */
function mutated(value: unknown, random: Random): unknown {
  const holders: Record<string, unknown>[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    holders.push(next as Record<string, unknown>);
    waiting.push(...Object.values(next));
  }
  if (holders.length === 0 || random() < 0.02) return structuredClone(pick(random, NASTY));
  const holder = pick(random, holders);
  const key = pick(random, [...Object.keys(holder), 'type', 'options']);
  switch (Math.floor(random() * 4)) {
    case 0:
      delete holder[key];
      break;
    case 1:
      holder[key] = [holder[key], holder[key]];
      break;
    case 2:
      holder[pick(random, ['name', 'value', 'options', 'focused', 'custom_id', 'extra'])] = structuredClone(
        pick(random, NASTY),
      );
      break;
    default:
      holder[key] = structuredClone(pick(random, NASTY));
  }
  return value;
}

/** A log that keeps errors alone. */
function errorsInto(errors: string[]): AnswerLog {
  const log: AnswerLog = {
    debug: () => {},
    info: () => {},
    warn: () => {},
    error: (fields, message) => void errors.push(`${message} ${JSON.stringify(fields)}`),
    child: () => log,
  };
  return log;
}
