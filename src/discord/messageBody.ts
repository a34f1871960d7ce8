import type { Drawn, DrawnFile } from './draw.js';

/**
 * The body of every message that Dateline sends, in the shape of Discord's API: whatever stands in it, nobody is pinged, and
 * each file has its words for those who cannot see it. An edit with it takes the files of before away.
 */
export function messageBody({ embeds, components, files }: Drawn) {
  return {
    embeds: [...embeds],
    components: components.map((row) => ({ ...row, components: [...row.components] })),
    attachments: files.map(({ name, description }, id) => ({ id: String(id), filename: name, description })),
    allowed_mentions: { parse: [] },
  };
}

/**
 * A body with its files as Discord takes them, in requests and in responses alike: JSON alone, or a form of `payload_json` and
 * `files[n]`, where n is the `id` of the file among the body's attachments.
 */
export function encodeBody(body: object, files: readonly DrawnFile[]): string | FormData {
  const json = JSON.stringify(body);
  if (files.length === 0) return json;
  const form = new FormData();
  form.append('payload_json', new Blob([json], { type: 'application/json' }));
  for (const [index, { name, attachment }] of files.entries()) {
    form.append(`files[${index}]`, new Blob([new Uint8Array(attachment)], { type: PNG }), name);
  }
  return form;
}

/** Every file that a reply has is a picture. */
const PNG = 'image/png';
