import { ComponentType, type Message } from 'discord.js';
import { type Drawn, type DrawnEmbed, type DrawnFile, type DrawnRow, drawButtons, SHARE_ID } from './draw.js';

/** A picture comes from Discord's own server in tens of milliseconds; without it the text still says everything. */
const PICTURE_TIMEOUT_MS = 1_000;
const PICTURE_NAME = 'picture.png';
const PICTURE_ALT = 'The text of this message drawn as a picture.';

/** A reply read back from its message, as its reader sees it now, with its buttons but for "Share". */
export async function readShared(message: Message): Promise<Drawn> {
  const [embed] = message.embeds;
  const picture = embed?.image ? await fetchPicture(embed.image.url, message) : null;
  const drawn: DrawnEmbed = {
    ...(embed?.author ? { author: { name: embed.author.name } } : {}),
    ...(embed?.description ? { description: embed.description } : {}),
    ...(embed?.footer ? { footer: { text: embed.footer.text } } : {}),
    ...(picture ? { image: { url: `attachment://${picture.name}` } } : {}),
    color: embed?.color ?? 0,
  };
  return { embeds: [drawn], components: readRows(message), files: picture ? [picture] : [] };
}

function readRows({ components }: Message): DrawnRow[] {
  const buttons = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  return drawButtons(
    buttons.flatMap((button) => {
      if (button.type !== ComponentType.Button || !button.customId || button.customId === SHARE_ID) return [];
      return [{ label: button.label ?? '', id: button.customId, disabled: button.disabled }];
    }),
  );
}

async function fetchPicture(url: string, message: Message): Promise<DrawnFile | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PICTURE_TIMEOUT_MS) });
    if (!response.ok) return null;
    const description = message.attachments.first()?.description ?? PICTURE_ALT;
    return { name: PICTURE_NAME, attachment: Buffer.from(await response.arrayBuffer()), description };
  } catch {
    return null;
  }
}
