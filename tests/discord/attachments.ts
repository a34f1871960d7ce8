import type { OptionValues } from './clientChecks.js';
import type { Place, World } from './world.js';

/** A file that a user attaches to a command. */
export interface Upload {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Where the interaction says that it is, when that is not the local Discord. */
  readonly url?: string;
  /** In bytes, as the interaction says. */
  readonly size?: number;
}

export function isUpload(value: OptionValues[string] | undefined): value is Upload {
  return typeof value === 'object';
}

/**
 * Stores what is attached, as Discord does before it sends the interaction.
 * @returns options with the ids of the files in their place, and the files as `resolved` has them
 */
export function uploaded(
  world: World,
  place: Place,
  filesUrl: string,
  values: OptionValues,
): { values: Readonly<Record<string, string | number | boolean>>; attachments: Record<string, object> } {
  const attachments: Record<string, object> = {};
  const entries = Object.entries(values).map(([name, value]) => {
    if (!isUpload(value)) return [name, value] as const;
    const id = world.newId();
    const bytes = Buffer.from(value.content);
    world.files.set(id, { name: value.name, contentType: 'application/octet-stream', bytes });
    const url = value.url ?? `${filesUrl}/${place.id}/${id}/${encodeURIComponent(value.name)}`;
    attachments[id] = {
      id,
      filename: value.name,
      size: value.size ?? bytes.length,
      url,
      proxy_url: url,
      content_type: 'application/octet-stream',
      ephemeral: true,
    };
    return [name, id] as const;
  });
  return { values: Object.fromEntries(entries), attachments };
}
