import { type Drawn, type DrawnEmbed, type DrawnFile, type DrawnRow, drawButtons, SHARE_ID } from './draw.js';
import { COMPONENT } from './protocol.js';
import type { PressedMessage } from './receivedInteraction.js';

/** Gets the picture at an address; null when it cannot be had. */
export type PictureFetch = (url: string) => Promise<Buffer | null>;

/** A picture comes from Discord's own server in tens of milliseconds; without it the text still says everything. */
const PICTURE_TIMEOUT_MS = 1_000;
const PICTURE_NAME = 'picture.png';
const PICTURE_ALT = 'The text of this message drawn as a picture.';

/** A reply read back from its message, as its reader sees it now, with its buttons but for "Share". */
export async function readShared(message: PressedMessage, fetchPicture: PictureFetch): Promise<Drawn> {
  const [embed] = message.embeds;
  const picture = embed?.image ? await fetchPicture(embed.image.url) : null;
  const description = message.attachments[0]?.description ?? embed?.image?.description ?? PICTURE_ALT;
  const file: DrawnFile | null = picture ? { name: PICTURE_NAME, attachment: picture, description } : null;
  const drawn: DrawnEmbed = {
    ...(embed?.author ? { author: { name: embed.author.name } } : {}),
    ...(embed?.description ? { description: embed.description } : {}),
    ...(embed?.footer ? { footer: { text: embed.footer.text } } : {}),
    ...(file ? { image: { url: `attachment://${file.name}` } } : {}),
    color: embed?.color ?? 0,
  };
  return { embeds: [drawn], components: readRows(message), files: file ? [file] : [] };
}

/** From Discord's server, for a message that Discord itself has sent. */
export async function fetchPosted(url: string): Promise<Buffer | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PICTURE_TIMEOUT_MS) });
    return response.ok ? Buffer.from(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

/** Only out of the address itself (`data:`): whoever wrote the message must not choose what this machine calls. */
export async function fetchInline(url: string): Promise<Buffer | null> {
  return url.startsWith('data:image/png;base64,') ? fetchPosted(url) : null;
}

function readRows({ components }: PressedMessage): DrawnRow[] {
  const buttons = components.flatMap((row) => (row.type === COMPONENT.row ? (row.components ?? []) : []));
  return drawButtons(
    buttons.flatMap(({ type, custom_id: id, label, disabled }) => {
      if (type !== COMPONENT.button || !id || id === SHARE_ID) return [];
      return [{ label: label ?? '', id, disabled: disabled ?? false }];
    }),
  );
}
