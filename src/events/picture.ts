import type { TimelineEntry } from './timeline.js';

/** A picture and the words for those who cannot see it. */
export interface TimelinePicture {
  readonly png: Uint8Array;
  /** At most 1,024 characters, Discord's limit for a description. */
  readonly altText: string;
}

/**
 * Draws a timeline for a phone, light on dark.
 * @param entries as from `buildTimeline`; what does not fit is counted at the foot
 */
export async function drawTimeline(_entries: readonly TimelineEntry[], _heading: string): Promise<TimelinePicture> {
  throw new Error('not built yet');
}
