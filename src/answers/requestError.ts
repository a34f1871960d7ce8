/** The caller's mistake (a source that nobody knows, a date that is no date), said in a sentence fit for a user. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}
