import type { InteractionAnswer, InteractionResponse } from '../discord/interactions.js';

/**
 * An answer as the page gets it: Discord's own response, its pictures at the addresses where Discord would have put them, which
 * here are the pictures themselves.
 */
export function withPictures({ response, files }: InteractionAnswer): InteractionResponse | object {
  if (files.length === 0 || !('data' in response) || !('embeds' in response.data)) return response;
  const urls = new Map(
    files.map(({ name, attachment }) => [name, `data:image/png;base64,${attachment.toString('base64')}`]),
  );
  const { embeds, attachments } = response.data;
  return {
    ...response,
    data: {
      ...response.data,
      embeds: embeds.map((embed) => {
        const url = embed.image && urls.get(embed.image.url.replace('attachment://', ''));
        return url ? { ...embed, image: { url } } : embed;
      }),
      attachments: attachments.map((attachment) => ({ ...attachment, url: urls.get(attachment.filename) })),
    },
  };
}
