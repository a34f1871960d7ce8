import { ConfigError, readConfig } from '../src/config.js';

/** What `readConfig` complains of in an environment; nothing when it takes it. */
export function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
