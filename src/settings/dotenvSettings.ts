import { ConfigError, type Environment, VARIABLES } from '../config.js';
import { type DotenvFile, readDotenvFile } from '../dotenv.js';
import { editDistance } from '../english/editDistance.js';

/**
 * Lays the environment over what a `.env` file says, so that a variable set by hand wins.
 * @param file path of the `.env` file; a missing one is no problem
 * @throws ConfigError when the file is there and cannot be read
 */
export function withDotenv(file: string, environment: Environment): Environment {
  return { ...readDotenv(file), ...environment };
}

/** What a `.env` file says; nothing when there is none. @throws ConfigError when it is there and cannot be read */
function readDotenv(file: string): Readonly<Record<string, string>> {
  return dotenvFile(file)?.values ?? {};
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

/** What Docker Compose reads from the same file, for compose.yaml. */
const OF_COMPOSE: readonly string[] = ['ARTICLES', 'DATELINE_UID', 'DATELINE_GID'];

/** Any other may be a name and its value without a sign between them. */
const PLAIN_NAME = /^(?:[A-Z\d_]+|[a-z\d_]+)$/;

/** Names that are so many edits apart, and fewer than half their letters, are one, misspelt: "DISCORD_TOKN", "DISCORDTOKEN". */
const MISSPELT_WITHIN = 3;

/**
 * What in a `.env` file has no effect, one plain sentence each: names that Dateline does not know, and lines that set nothing. No
 * sentence repeats a value.
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
      const meant = nearestVariable(name);
      if (!PLAIN_NAME.test(name))
        return `${file} sets a name that Dateline does not know, which is not shown: a sign may be missing in it.`;
      const hint = meant ? `Did you mean ${meant}?` : `It knows ${VARIABLES.join(', ')}.`;
      return `${file} sets ${name}, which Dateline does not know. ${hint}`;
    }),
  ];
}

function nearestVariable(name: string): string | null {
  const distances = VARIABLES.map((variable) => ({ variable, distance: editDistance(name.toUpperCase(), variable) }));
  const [best] = distances.sort((a, b) => a.distance - b.distance);
  return best && best.distance <= MISSPELT_WITHIN && 2 * best.distance < best.variable.length ? best.variable : null;
}
