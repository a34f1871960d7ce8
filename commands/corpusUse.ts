import { RequestError } from '../src/archive.js';
import type { ServerSettings } from '../src/serverBook.js';
import { rankChoices } from './parts/choices.js';
import { type Choice, channel, defineCommand, flag, optionalText, type Request, type Typing } from './parts/command.js';
import { noSuchEvent, suggestEvents } from './parts/eventOption.js';
import type { Reply, Section } from './parts/reply.js';
import { deskIn } from './parts/serverDesk.js';

/** A server has more channels than anybody binds one by one. */
const MOST_CHANNELS = 200;

const SERVER = 'server';
const CHANNEL = 'channel';

const OPTIONS = {
  event: optionalText('Its name; left out: what is chosen so far', {
    maxLength: 50,
    suggest: ({ typed, events = [] }) => suggestEvents(events, typed),
  }),
  channel: channel('Only in this channel and its threads'),
  for: optionalText('“channel”: only where you are; “server”, or left out: everywhere on this server', {
    maxLength: 20,
    suggest: suggestPlaces,
  }),
  clear: flag('Take the choice back instead'),
};

type UseRequest = Request<typeof OPTIONS>;

/** Chooses which of several events answers on a server, or in one of its channels. */
export default defineCommand({
  kind: 'slash',
  name: 'corpus use',
  description: 'Choose which event answers on this server, or in a channel',
  options: OPTIONS,
  forManagers: 'ofServer',
  events: 'several',
  privateByDefault: true,
  run: use,
});

async function use(request: UseRequest): Promise<Reply> {
  const { events = [], options } = request;
  const desk = deskIn(request);
  if (events.length === 0) throw new RequestError('There is one event, which answers everywhere.');
  if (options.event === undefined && !options.clear) return describe(desk.settings, events, 'What is chosen so far:');
  const place = placeOf(options, desk.channel);
  const event = options.clear ? null : eventOf(options.event ?? '', events);
  const settings = await desk.change((before) => bind(before, place, event));
  const where = place === null ? 'on this server, where a channel has no other' : 'in that channel and its threads';
  const done = event === null ? `No event is chosen any more ${where}.` : `“${event}” answers ${where}, from now on.`;
  return describe(settings, events, done);
}

/** The channel's id; null: the whole server. @throws RequestError for a place that there is not */
function placeOf({ channel, for: place = SERVER }: UseRequest['options'], here: string | null): string | null {
  if (channel !== undefined) return channel;
  const written = place.toLowerCase();
  if (written === SERVER) return null;
  if (written === CHANNEL && here !== null) return here;
  throw new RequestError(`It is chosen for the “${SERVER}” or for the “${CHANNEL}” where you are, not for “${place}”.`);
}

/** As it is called, whatever its capitals were. @throws RequestError for one that is not there */
function eventOf(written: string, events: readonly string[]): string {
  const event = events.find((name) => name.toLowerCase() === written.toLowerCase());
  if (event === undefined) throw new RequestError(noSuchEvent(written, events));
  return event;
}

function bind(before: ServerSettings, place: string | null, event: string | null): ServerSettings {
  if (place === null) return { ...before, event };
  const { [place]: _, ...others } = before.channels;
  const channels = event === null ? others : { ...others, [place]: event };
  if (Object.keys(channels).length > MOST_CHANNELS)
    throw new RequestError(`${MOST_CHANNELS} channels have an event of their own, and that is the most.`);
  return { ...before, channels };
}

/** What answers where: a line for the server, and the channels of each event. */
function describe({ event, channels }: ServerSettings, events: readonly string[], lead: string): Reply {
  const [first = ''] = events;
  const isThere = (name: string) => events.includes(name);
  const gone = (name: string) => (isThere(name) ? '' : ' (not here any more, so that another answers)');
  const bound = [...new Set(Object.values(channels))].sort();
  const server = event === null ? `${first}, the first by name` : `${event}${gone(event)}`;
  const sections: Section[] = [
    { headline: 'This server', notes: [server] },
    ...bound.map((name) => ({
      headline: `${name}${gone(name)}`,
      channels: Object.keys(channels).filter((id) => channels[id] === name),
    })),
  ];
  return { tone: 'notice', lead, sections, buttons: [], private: true };
}

async function suggestPlaces({ typed }: Typing): Promise<Choice[]> {
  const places = [
    { label: 'everywhere on this server', value: SERVER },
    { label: 'only in this channel', value: CHANNEL },
  ];
  return rankChoices(places, typed);
}
