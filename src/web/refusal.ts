import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What is not answered gets its status and one sentence that says why. */
export function refuse(context: Context, status: ContentfulStatusCode, sentence: string): Response {
  return context.json({ error: sentence }, status);
}
