/** What keeps an article from being added, removed or fetched, as a sentence for the owner. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
}

/** "EACCES: permission denied" without the paths that Node adds. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split(',')[0] ?? 'unknown reason';
}

/** Node's code for a system error, such as "ENOENT"; null for any other. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
