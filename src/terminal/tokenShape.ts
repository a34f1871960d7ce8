/** A bot token is three runs of URL-safe base64 with dots between; the first is the application's id, so never short. */
const TOKEN_SHAPE = /^[\w-]{18,}\.[\w-]{6,}\.[\w-]{27,}$/;

/** Whether a text may be a bot token; whether it is one, Discord says. */
export function looksLikeToken(text: string): boolean {
  return TOKEN_SHAPE.test(text);
}
