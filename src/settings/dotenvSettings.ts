import { joinWords } from '../../commands/parts/sourceName.js';
import { ConfigError, type Environment, VARIABLES } from '../config.js';
import { type DotenvFile, readDotenvFile, withoutComment } from '../dotenv.js';
import { editDistance } from '../english/editDistance.js';

/** Where these are blank, everybody may do what they would hold back: a line that means to set one and leaves it blank is refused. */
const RESTRICTING: readonly string[] = ['ALLOWED_CHANNELS', 'CORPUS_SERVERS', 'DISCORD_GUILD_ID', 'PRIVATE_ANSWERS'];

/**
 * Lays the environment over what a `.env` file says, so that a variable set by hand wins.
 * @param file path of the `.env` file; a missing one is no problem
 * @throws ConfigError when the file is there and cannot be read, or has a comment in place of what is to restrict
 */
export function withDotenv(file: string, environment: Environment): Environment {
  const read = dotenvFile(file);
  if (read === null) return environment;
  const problems = commentedRestrictions(file, read, environment);
  if (problems.length > 0) throw new ConfigError(problems);
  return { ...read.values, ...environment };
}

function dotenvFile(file: string): DotenvFile | null {
  try {
    return readDotenvFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return null;
    throw new ConfigError([`${file} cannot be read (${String(code)}): make it a readable file, or remove it.`]);
  }
}

/** "ALLOWED_CHANNELS=# general" would be blank, and the bot would answer in every channel. */
function commentedRestrictions(file: string, { values, assignments }: DotenvFile, environment: Environment): string[] {
  return assignments
    .filter(({ name, written }) => RESTRICTING.includes(name) && isComment(written))
    .filter(({ name }) => values[name] === '' && environment[name] === undefined)
    .map(
      ({ line, name }) =>
        `${file}:${line} leaves ${name} blank, as “#” begins a comment there: write the value right behind “=”, or put the comment on a line of its own.`,
    );
}

/** Whether a comment stands where a value should. */
function isComment(written: string): boolean {
  return written.startsWith('#') && /\S/.test(written.slice(1)) && withoutComment(written) === '';
}

/** What Docker Compose reads from the same file, for compose.yaml. */
const OF_COMPOSE: readonly string[] = ['ARTICLES', 'DATELINE_UID', 'DATELINE_GID'];

/** Any other may be a name and its value without a sign between them. */
const PLAIN_NAME = /^(?:[A-Z\d_]+|[a-z\d_]+)$/;

/** Names that are so many edits apart, and fewer than half their letters, are one, misspelt: "DISCORD_TOKN", "DISCORDTOKEN". */
const MISSPELT_WITHIN = 3;
/** A word that two names share is of so many letters: "ID" and "OF" are parts of many. */
const SHORTEST_SHARED = 3;

/**
 * What in a `.env` file has no effect, one plain sentence each: names that Dateline does not know, lines that set nothing, and values
 * that a later line replaces. No sentence repeats a value.
 */
export function idleSettings(file: string): string[] {
  const read = dotenvFile(file);
  const unknown = Object.keys(read?.values ?? {}).filter(
    (name) => !VARIABLES.includes(name) && !OF_COMPOSE.includes(name),
  );
  return [
    ...(read?.idleLines ?? []).map(
      ({ line, start }) =>
        `${file}:${line} sets nothing${start && ` (“${start}…”)`}: write NAME=value, such as CORPUS=articles.`,
    ),
    ...unknown.map((name) => {
      const meant = variablesMeant(name);
      if (!PLAIN_NAME.test(name))
        return `${file} sets a name that Dateline does not know, which is not shown: a sign may be missing in it.`;
      const hint = meant.length > 0 ? `Did you mean ${meant.join(' or ')}?` : `It knows ${VARIABLES.join(', ')}.`;
      return `${file} sets ${name}, which Dateline does not know. ${hint}`;
    }),
    ...(read ? replacedValues(file, read) : []),
  ];
}

/** Names that are set to one thing and further down to another. Blank lines, as .env.example has them, are there to be replaced. */
function replacedValues(file: string, { assignments }: DotenvFile): string[] {
  return [...VARIABLES, ...OF_COMPOSE].flatMap((name) => {
    const own = assignments.filter((assignment) => assignment.name === name);
    const last = own.at(-1);
    const replaced = own.filter(({ written }) => withoutComment(written) !== '' && written !== last?.written);
    if (!last || replaced.length === 0) return [];
    const lines = joinWords([...replaced, last].map(({ line }) => String(line)));
    return [`${file} sets ${name} in lines ${lines}, and only the last of them counts: remove the others.`];
  });
}

/** What a name that is none may have been meant to be, "BOT_TOKEN" or "CHANNEL" for instance. */
function variablesMeant(name: string): string[] {
  const nearest = nearestVariable(name);
  if (nearest !== null) return [nearest];
  const words = name
    .toUpperCase()
    .split('_')
    .filter(({ length }) => length >= SHORTEST_SHARED);
  const shared = VARIABLES.map((variable) => ({
    variable,
    words: words.filter((word) => variable.includes(word)).length,
  }));
  const most = Math.max(...shared.map(({ words }) => words));
  return shared.filter(({ words }) => words > 0 && words === most).map(({ variable }) => variable);
}

/** One name misspelt; null where none is near. */
function nearestVariable(name: string): string | null {
  const distances = VARIABLES.map((variable) => ({ variable, distance: editDistance(name.toUpperCase(), variable) }));
  const [best] = distances.sort((a, b) => a.distance - b.distance);
  return best && best.distance <= MISSPELT_WITHIN && 2 * best.distance < best.variable.length ? best.variable : null;
}
