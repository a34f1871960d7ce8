import { existsSync } from 'node:fs';
import { feedInWords } from '../../commands/parts/changes.js';
import type { Command } from '../../commands/parts/command.js';
import { withEvents } from '../../commands/parts/eventOption.js';
import { openArchive, RequestError } from '../archive.js';
import { type Config, ConfigError, type Environment, readConfig } from '../config.js';
import { findCorpora, type NamedCorpus } from '../corporaOnDisk.js';
import { FeedMemory } from '../feeding/feedMemory.js';
import { RemoteEncoder } from '../search/meaning/remoteEncoder.js';
import { loadWordVectors } from '../search/meaning/wordVectors.js';
import { shownCorpus } from '../search/postgres/address.js';
import { RemoteReader } from '../search/reader/remote/remoteReader.js';
import { idleSettings, withDotenv } from '../settings/dotenvSettings.js';
import { corpusNamed } from './corpusOption.js';
import { describeCorpus, describeProblems } from './corpusSummary.js';
import { examineDiscord } from './discordFindings.js';
import type { Finding } from './finding.js';
import { examineFeeding, examinePort } from './machineFindings.js';
import { type Style, tame } from './style.js';

export interface Patient {
  readonly environment: Environment;
  /** Path of the `.env` file. */
  readonly dotenv: string;
  /** A corpus named on the command line, instead of the configured one. */
  readonly corpus: string | undefined;
  /** One of several events, where it was named. */
  readonly event?: string | undefined;
  /** As `process.versions.node` has it. */
  readonly nodeVersion: string;
  /** What this Dateline has Discord know. */
  readonly commands: readonly Command[];
}

/** `engines.node` in package.json. */
const LOWEST_NODE = 20;
/** Any text does, to see whether an endpoint encodes it … */
const PROBE = 'Who met whom?';
/** … or a server reads these for it. */
const PROBED_LINES = ['The minister met the envoy.', 'It rained.'];

/** Looks at everything a start needs, without starting anything. Never repeats a secret. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const { config, findings } = examineSettings(patient);
  const { corpora, findings: misplaced } = await examineNaming(patient, config);
  const names = corpora.length > 1 ? corpora.map(({ name }) => name) : [];
  const { problem } = await loadWordVectors();
  const each: Finding[] = [];
  for (const { where } of corpora) {
    // An archive reports the word vectors too, which are looked at once here.
    each.push(...(await examineCorpus(where, problem)));
    if (config) each.push(...(await examineFeeds(config, where)));
    each.push(await examineFeeding(where));
  }
  return [
    examineNode(patient.nodeVersion),
    ...findings,
    ...(config ? await examineDiscord(config, withEvents(patient.commands, names)) : [unchecked('Discord')]),
    config ? await examinePort(config) : unchecked('HTTP'),
    ...misplaced,
    ...each,
    vectorsFinding(problem),
    config ? await examineEmbeddings(config.embeddings) : unchecked('Embeddings'),
    config ? await examineReader(config.reader) : unchecked('Reader'),
  ];
}

/** The corpora to look at, and what is none though it is named. */
async function examineNaming(
  { corpus, event }: Patient,
  config: Config | null,
): Promise<{ corpora: readonly Pick<NamedCorpus, 'name' | 'where'>[]; findings: Finding[] }> {
  const check = 'Corpus';
  const one = (where: string) => ({ corpora: [{ name: '', where }], findings: [] });
  if (corpus !== undefined) return one(corpus);
  if (config === null) return { corpora: [], findings: [unchecked(check)] };
  if (event === undefined && config.corpora !== null) {
    const { corpora, faults } = await findCorpora(config.corpora);
    return { corpora, findings: faults.map((message) => ({ check, status: 'broken', message })) };
  }
  try {
    return one(await corpusNamed({ given: { event }, config }, 'first'));
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { corpora: [], findings: [{ check, status: 'broken', message: error.message }] };
  }
}

/** Findings as a list, the ones to act on in bold. */
export function drawFindings(findings: readonly Finding[], style: Style): string {
  const MARKS = { ok: 'ok', attention: 'look at', broken: 'broken', unchecked: 'not checked' } as const;
  const width = findings.reduce((widest, { status }) => Math.max(widest, MARKS[status].length), 0);
  return findings
    .map(({ check, status, message }) => {
      const line = `${MARKS[status].padEnd(width)}  ${check}: ${tame(message)}`;
      return status === 'ok' ? line : style.bold(line);
    })
    .join('\n');
}

function examineNode(version: string): Finding {
  const recent = Number.parseInt(version, 10) >= LOWEST_NODE;
  return {
    check: 'Node.js',
    status: recent ? 'ok' : 'broken',
    message: recent ? `version ${version}.` : `version ${version} is too old: install ${LOWEST_NODE} or newer.`,
  };
}

function examineSettings({ environment, dotenv }: Patient): { config: Config | null; findings: Finding[] } {
  const check = 'Settings';
  try {
    const config = readConfig(withDotenv(dotenv, environment));
    const message = existsSync(dotenv)
      ? `${dotenv} reads well.`
      : `there is no ${dotenv}, so every setting has its default. To change one, copy .env.example to .env.`;
    return { config, findings: [{ check, status: 'ok', message }, ...examineNames(dotenv)] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { config: null, findings: error.problems.map((message) => ({ check, status: 'broken', message })) };
  }
}

/** What is silently without effect is the hardest fault to see. */
function examineNames(dotenv: string): Finding[] {
  return idleSettings(dotenv).map((message) => ({ check: 'Settings', status: 'attention', message }));
}

/** @param known a problem that is not the corpus's own */
async function examineCorpus(corpus: string, known: string | null): Promise<Finding[]> {
  const check = 'Corpus';
  try {
    const archive = await openArchive(corpus);
    const description = `${shownCorpus(corpus)}: ${describeCorpus(archive.size, await archive.catalogue())}`;
    const problems = describeProblems(archive.problems.filter(({ message }) => message !== known));
    await archive.close();
    const whole: Finding = { check, status: archive.size.articles === 0 ? 'broken' : 'ok', message: description };
    return [whole, ...problems.map((message): Finding => ({ check, status: 'attention', message }))];
  } catch (error) {
    return [{ check, status: 'broken', message: error instanceof Error ? error.message : String(error) }];
  }
}

/** What is remembered of each feed that is set. */
async function examineFeeds({ keeping: { feeds } }: Config, corpus: string): Promise<Finding[]> {
  const memory = new FeedMemory(corpus);
  return Promise.all(
    feeds.map(async (address): Promise<Finding> => {
      const record = await memory.recall(address);
      const message = `${address}: ${feedInWords(record)}.`;
      return { check: 'Feed', status: record.trouble === null ? 'ok' : 'attention', message };
    }),
  );
}

/** Asks a set endpoint for one vector. Answers come without it too, so trouble there is in the way of nothing. */
async function examineEmbeddings(embeddings: Config['embeddings']): Promise<Finding> {
  const check = 'Embeddings';
  if (embeddings === null) return { check, status: 'ok', message: 'off, as EMBEDDINGS_URL is not set.' };
  try {
    const encoder = new RemoteEncoder(embeddings);
    const [vector] = await encoder.encode([PROBE]);
    if (vector) return { check, status: 'ok', message: `${encoder.name} answers with ${vector.length} dimensions.` };
    return {
      check,
      status: 'attention',
      message: `${encoder.name} answers with nothing but zeros: try another model.`,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { check, status: 'attention', message: `${reason}. Until that is mended, answers come without it.` };
  }
}

/** Asks a set server to read two lines. Answers come without it too, so trouble there is in the way of nothing. */
async function examineReader(reader: Config['reader']): Promise<Finding> {
  const check = 'Reader';
  if (reader === true)
    return { check, status: 'ok', message: 'the one that comes with Dateline, as READER_URL is not set.' };
  if (reader === false) return { check, status: 'ok', message: 'off, as READER says.' };
  try {
    const remote = new RemoteReader(reader);
    await remote.score(PROBE, PROBED_LINES);
    return { check, status: 'ok', message: `${remote.name} reads, by the ${reader.protocol} protocol.` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { check, status: 'attention', message: `${reason}. Until that is mended, answers come without it.` };
  }
}

function unchecked(check: string): Finding {
  return { check, status: 'unchecked', message: 'mend the settings first.' };
}

function vectorsFinding(problem: string | null): Finding {
  const check = 'Word vectors';
  if (problem !== null) return { check, status: 'attention', message: problem };
  return { check, status: 'ok', message: 'in place, and as they were built.' };
}
