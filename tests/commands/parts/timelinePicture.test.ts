import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutToWidth, escapeXml, widthOf, wrapText } from '../../../commands/parts/pictureText.js';
import { describeTimeline, drawTimeline, PictureError, timelineSvg } from '../../../commands/parts/timelinePicture.js';
import { buildTimeline, type TimelineEntry } from '../../../src/events/timeline/timeline.js';
import { seedContext, seeds } from '../../events/rankSeeds.js';

const entries = buildTimeline(seeds, {}, seedContext);

/** Width and height as a PNG's first chunk says them. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

it('draws a PNG that is wide enough for a phone, without any font of the server', async () => {
  const { png } = await drawTimeline(entries, 'Lavrov in North Korea');
  expect([...png.slice(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
  const [width, height] = sizeOf(png);
  expect(width).toBe(900);
  expect(height).toBeGreaterThan(900);
});

it('draws letters, not boxes or nothing: another text is another picture', async () => {
  const [one, other] = await Promise.all([drawTimeline(entries, 'Lavrov'), drawTimeline(entries, 'Moscow')]);
  expect(Buffer.from(one.png).equals(Buffer.from(other.png))).toBe(false);
});

it('draws an empty timeline too', async () => {
  const { png } = await drawTimeline([], 'Nothing');
  expect(sizeOf(png)[0]).toBe(900);
});

it('says in words what the picture shows: days, expected ones, differing ones', () => {
  const words = describeTimeline(entries.slice(-8), 'Lavrov');
  expect(words).toContain('19 October 2023');
  expect(words).toContain('; but 18 October 2023 in ');
  expect(describeTimeline(entries.slice(-1), 'Lavrov')).toContain('22 October 2023, expected');
  expect(describeTimeline(entries.slice(0, 1), 'Lavrov')).toMatch(/\n2018: /);
});

it('keeps what articles and users write from breaking the picture', async () => {
  const hostile = '</text><script>alert(1)</script> & "\' \u0000 \uD800 ]]>';
  const svg = timelineSvg(entries, hostile);
  expect(svg).not.toContain('<script');
  const entry = entries[0];
  if (entry === undefined) throw new Error('no entry');
  const excerpt = { ...entry.excerpt, text: hostile, emphasis: [] };
  const drawn = await drawTimeline([{ ...entry, excerpt } satisfies TimelineEntry], hostile);
  expect(sizeOf(drawn.png)[0]).toBe(900);
});

it('cuts every text to fit, with a mark where it was cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      for (const line of wrapText(text, 32, 700, 4)) expect(widthOf(line, 32)).toBeLessThanOrEqual(700);
      expect(wrapText(text, 32, 700, 4).length).toBeLessThanOrEqual(4);
      const cut = cutToWidth(text, 32, 200);
      expect(cut === text || cut.endsWith('…')).toBe(true);
      expect(escapeXml(text)).not.toMatch(/[<>]/);
    }),
  );
});

it('says so when there is no picture in time', async () => {
  const busy = { draw: async () => null };
  await expect(drawTimeline(entries, 'Lavrov', busy)).rejects.toThrow(PictureError);
});
