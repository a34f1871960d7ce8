import { dayInWords } from '../../src/english/calendar.js';
import type { TimelineEntry } from '../../src/events/timeline/timeline.js';
import { cutToWidth, escapeXml, wrapText } from './pictureText.js';
import { type PictureThread, sharedPictureThread } from './pictureThread.js';
import { shownText } from './shownText.js';
import { sourceName } from './sourceName.js';

/** A picture and the words for those who cannot see it. */
export interface TimelinePicture {
  readonly png: Uint8Array;
  /** The same for those who cannot see it; a way in cuts it to what it takes. */
  readonly altText: string;
}

/** Pixels. A phone shows the picture at about 40 %, which leaves the smallest letters 11 points high. */
const WIDTH = 900;
const MARGIN = 44;
const TEXT_LEFT = 96;
const LINE_X = 58;
const TEXT_WIDTH = WIDTH - TEXT_LEFT - MARGIN;

const HEADING = 40;
const DATE = 32;
const BODY = 32;
const SMALL = 27;
const LEADING = 1.32;
const GAP = 34;

/** A clause longer than this in lines is cut; the reply beside the picture has it whole. */
const BODY_LINES = 4;
/** More entries make a picture that a phone shrinks; what does not fit is counted at its foot. */
const MOST_ENTRIES = 12;

// Light on dark with a contrast of at least 7 : 1 for text, and a ground that stands out in neither of Discord's themes.
const GROUND = '#1e1f22';
const INK = '#f2f3f5';
const QUIET = '#b5bac1';
const DAY = '#8ec5ff';
const DIFFERENT = '#ffd166';

const FONT = 'Inter';

/** There is no picture, as too many are wanted at once or it could not be drawn; the words say the same. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
}

/**
 * Draws a timeline for a phone, light on dark, with the font that comes along.
 * @param entries as from `buildTimeline`; what does not fit is counted at the foot
 * @throws PictureError when there is no picture in time
 */
export async function drawTimeline(
  entries: readonly TimelineEntry[],
  heading: string,
  thread: Pick<PictureThread, 'draw'> = sharedPictureThread(),
): Promise<TimelinePicture> {
  const png = await thread.draw(timelineSvg(entries, heading), FONT);
  if (png === null) throw new PictureError('The picture could not be drawn in time.');
  return { png, altText: describeTimeline(entries, heading) };
}

/** The picture as SVG: every text in it escaped and cut to fit. */
export function timelineSvg(entries: readonly TimelineEntry[], heading: string): string {
  const shown = entries.slice(0, MOST_ENTRIES);
  let y = MARGIN + HEADING;
  const parts = [text(heading, MARGIN, y, HEADING, INK, { bold: true, width: WIDTH - 2 * MARGIN })];
  y += GAP;
  const first = y;
  let lastDot = y;
  for (const entry of shown) {
    lastDot = y + DATE / 2 + 6;
    const drawn = drawEntry(entry, y);
    for (const part of drawn.parts) parts.push(part);
    y = drawn.end + GAP;
  }
  if (shown.length > 1) parts.unshift(line(first + DATE / 2 + 6, lastDot));
  const more = entries.length - shown.length;
  if (more > 0) {
    y += SMALL;
    parts.push(text(`and ${more} more`, TEXT_LEFT, y, SMALL, QUIET));
    y += GAP;
  }
  const height = Math.ceil(y);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">`,
    `<rect width="${WIDTH}" height="${height}" fill="${GROUND}"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

function line(from: number, to: number): string {
  return `<line x1="${LINE_X}" y1="${from}" x2="${LINE_X}" y2="${to}" stroke="${QUIET}" stroke-width="3"/>`;
}

/** @returns its shapes and where it ends */
function drawEntry(entry: TimelineEntry, top: number): { parts: string[]; end: number } {
  // Filled for what happened, hollow for what is expected: told apart without colour.
  const fill = entry.expected ? GROUND : DAY;
  const dot = `<circle cx="${LINE_X}" cy="${top + DATE / 2 + 6}" r="11" fill="${fill}" stroke="${DAY}" stroke-width="4"/>`;
  const parts = [dot];
  let y = top + DATE;
  const write = (words: string, size: number, colour: string, bold = false) => {
    parts.push(text(words, TEXT_LEFT, y, size, colour, { bold }));
  };
  write(`${dayInWords(entry.when.date)}${entry.expected ? ' · expected' : ''}`, DATE, DAY, true);
  for (const words of wrapText(clauseText(entry), BODY, TEXT_WIDTH, BODY_LINES)) {
    y += BODY * LEADING;
    write(words, BODY, INK);
  }
  y += SMALL * LEADING + 4;
  write(sourcesOf(entry), SMALL, QUIET);
  for (const { when, excerpt } of entry.differing) {
    y += SMALL * LEADING;
    write(`but ${dayInWords(when.date)} in ${sourceName(excerpt.article)}`, SMALL, DIFFERENT);
  }
  return { parts, end: y };
}

function text(
  words: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  { bold = false, width = TEXT_WIDTH }: { bold?: boolean; width?: number } = {},
): string {
  const fitting = escapeXml(cutToWidth(words, size, width));
  return `<text x="${x}" y="${y}" font-family="${FONT}" font-size="${size}" font-weight="${bold ? 600 : 400}" fill="${colour}">${fitting}</text>`;
}

function clauseText(entry: TimelineEntry): string {
  return shownText(entry).text.replace(/\s+/g, ' ');
}

function sourcesOf({ excerpt }: TimelineEntry): string {
  const names = [excerpt.article, ...excerpt.alsoIn.map(({ article }) => article)].map(sourceName);
  return [...new Set(names)].join(' · ');
}

/** The timeline in words, for those who cannot see the picture. */
export function describeTimeline(entries: readonly TimelineEntry[], heading: string): string {
  const happenings = entries.slice(0, MOST_ENTRIES).map((entry) => {
    const differing = entry.differing.map(
      ({ when, excerpt }) => `; but ${dayInWords(when.date)} in ${sourceName(excerpt.article)}`,
    );
    const day = `${dayInWords(entry.when.date)}${entry.expected ? ', expected' : ''}`;
    return `${day}: ${clauseText(entry)} (${sourcesOf(entry)}${differing.join('')})`;
  });
  return [`Timeline: ${heading}.`, ...happenings].join('\n');
}
