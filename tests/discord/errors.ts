/** Discord's tree of what is wrong in a body: `{ embeds: { 0: { title: { _errors: [...] } } } }`. */
export interface ErrorTree {
  [key: string]: ErrorTree | FieldError[];
}

export interface FieldError {
  readonly code: string;
  readonly message: string;
}

/** A refusal as Discord's REST API words it: an HTTP status, a JSON code, and for a bad body what is wrong where. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError';
  readonly status: number;
  readonly code: number;
  readonly errors: ErrorTree | undefined;

  constructor(status: number, code: number, message: string, errors?: ErrorTree) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get body(): Record<string, unknown> {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) };
  }
}

export const unauthorized = () => new DiscordError(401, 0, '401: Unauthorized');
export const notFound = () => new DiscordError(404, 0, '404: Not Found');
export const methodNotAllowed = () => new DiscordError(405, 0, '405: Method Not Allowed');
export const unknownApplication = () => new DiscordError(404, 10002, 'Unknown Application');
export const unknownChannel = () => new DiscordError(404, 10003, 'Unknown Channel');
export const missingAccess = () => new DiscordError(403, 50001, 'Missing Access');
export const unknownMessage = () => new DiscordError(404, 10008, 'Unknown Message');
export const unknownWebhook = () => new DiscordError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new DiscordError(404, 10062, 'Unknown interaction');
export const alreadyAcknowledged = () => new DiscordError(400, 40060, 'Interaction has already been acknowledged.');
export const notYourMessage = () => new DiscordError(403, 50005, 'Cannot edit a message authored by another user');
export const emptyMessage = () => new DiscordError(400, 50006, 'Cannot send an empty message');
export const expiredToken = () => new DiscordError(401, 50027, 'Invalid Webhook Token');
export const invalidApiVersion = () => new DiscordError(400, 50041, 'Invalid API version provided');
export const invalidJson = () => new DiscordError(400, 50109, 'The request body contains invalid JSON.');

/** What is wrong with one field of a body. */
export interface Fault extends FieldError {
  readonly path: readonly PropertyKey[];
}

/** 50035, the answer to a body that breaks a rule. */
export function invalidFormBody(faults: readonly Fault[]): DiscordError {
  const tree: ErrorTree = {};
  for (const { path, code, message } of faults) {
    let node = tree;
    for (const key of path) {
      const known = node[String(key)];
      const next: ErrorTree = known && !Array.isArray(known) ? known : {};
      node[String(key)] = next;
      node = next;
    }
    const list = node._errors;
    if (Array.isArray(list)) list.push({ code, message });
    else node._errors = [{ code, message }];
  }
  return new DiscordError(400, 50035, 'Invalid Form Body', tree);
}
