import type { Refusal } from './accessGuard.js';
import type { Asker } from './asker.js';
import type { Drawn } from './draw.js';

/** Where a reply goes: a new message for all or for one, or in place of the message whose button was pressed. */
export type Place = 'public' | 'private' | 'here';

/** One thing that somebody did and that waits for a response, whatever the way in. */
export interface Exchange {
  /** `performance.now()` when it came; left out: now. */
  readonly since?: number | undefined;
  /** Milliseconds that it had probably been on its way before that. */
  readonly delay?: number | undefined;
  /** Tells Discord that the response takes a while; `deliver` then fills it in. */
  defer(place: Place): Promise<void>;
  deliver(drawn: Drawn, place: Place): Promise<void>;
  /** Discord's ids of what is answered and of the server, for each line of the log; never a user's. */
  readonly about?: Readonly<Record<string, string>> | undefined;
  /** Left out: whoever it is may ask anything, anywhere. */
  readonly asker?: Asker | undefined;
  /** Says why there will be no answer; left out: to the asker alone. */
  decline?(drawn: Drawn, why: Refusal['why'] | 'busy'): Promise<void>;
}

/** A button, as it was found on its message. */
export interface PressedButton {
  readonly customId: string;
  /** The line at the head of the message; empty when there is none. */
  readonly asked: string;
  /** Whether only the one who pressed sees the message. */
  readonly isPrivate: boolean;
}
