import { RequestError } from '../src/archive.js';
import type { ServerSettings } from '../src/serverBook.js';
import { rankChoices } from './parts/choices.js';
import { channel, defineCommand, flag, optionalText, type Request, type Typing } from './parts/command.js';
import type { Reply, Section } from './parts/reply.js';
import { deskIn, type ServerDefaults } from './parts/serverDesk.js';

/** A server has more channels than anybody allows one by one. */
const MOST_CHANNELS = 100;

/** Sets nothing of its own any more. */
const DEFAULT = 'default';
const [ON, OFF] = ['on', 'off'];

const suggest =
  (...values: readonly string[]) =>
  ({ typed }: Typing) =>
    rankChoices(
      [...values, DEFAULT].map((value) => ({ label: value, value })),
      typed,
    );

const OPTIONS = {
  min_confidence: optionalText('How sure an answer has to be, from 0 to 1: lower answers more, higher refuses more', {
    maxLength: 10,
    suggest: suggest('0.1', '0.2', '0.3', '0.4', '0.5'),
  }),
  private_answers: optionalText('on: an answer is for the one who asked alone, until they share it; or off', {
    maxLength: 10,
    suggest: suggest('on', 'off'),
  }),
  allow: channel('Answer here, and only in channels that are allowed'),
  disallow: channel('Take a channel from those that are allowed'),
  clear_channels: flag('Set no channels for this server any more'),
};

type SettingsRequest = Request<typeof OPTIONS>;

/** Shows what is set for a server, and sets it. */
export default defineCommand({
  kind: 'slash',
  name: 'corpus settings',
  description: 'What is set for this server: how sure answers are, whether they are private, and where I answer',
  options: OPTIONS,
  forManagers: 'ofServer',
  events: 'any',
  privateByDefault: true,
  run: set,
});

async function set(request: SettingsRequest): Promise<Reply> {
  const { options } = request;
  const desk = deskIn(request);
  const { min_confidence: confidence, private_answers: privately, allow, disallow, clear_channels: clears } = options;
  const isAsked = !clears && [confidence, privately, allow, disallow].every((given) => given === undefined);
  if (isAsked) return describe(desk.settings, desk.defaults, 'What is set for this server:');
  const minConfidence = confidence === undefined ? undefined : readConfidence(confidence);
  const privateAnswers = privately === undefined ? undefined : readSwitch(privately);
  const settings = await desk.change((before) => ({
    ...before,
    minConfidence: minConfidence === undefined ? before.minConfidence : minConfidence,
    privateAnswers: privateAnswers === undefined ? before.privateAnswers : privateAnswers,
    allowedChannels: channelsAfter(options, before, desk.defaults),
  }));
  return describe(settings, desk.defaults, 'Set from now on, for this server:');
}

/** 0..1; null for the default. @throws RequestError */
function readConfidence(written: string): number | null {
  if (written.toLowerCase() === DEFAULT) return null;
  const number = /^(?:\d|\d?[.,]\d{1,8})$/.test(written) ? Number(written.replace(',', '.')) : Number.NaN;
  if (!(number >= 0 && number <= 1))
    throw new RequestError(`How sure an answer has to be is a number from 0 to 1, such as 0.3, or “${DEFAULT}”.`);
  return number;
}

/** Null for the default. @throws RequestError */
function readSwitch(written: string): boolean | null {
  const word = written.toLowerCase();
  if (word === DEFAULT) return null;
  if (word === ON || word === OFF) return word === ON;
  throw new RequestError(`Answers are private when that is ${ON}, and not when it is ${OFF}; or say “${DEFAULT}”.`);
}

/** Ids of the channels that are allowed by then; null for the default. @throws RequestError when that would be none, or too many */
function channelsAfter(
  { allow, disallow, clear_channels: clears }: SettingsRequest['options'],
  { allowedChannels }: ServerSettings,
  defaults: ServerDefaults,
): string[] | null {
  const before = clears ? null : allowedChannels;
  if (allow === undefined && disallow === undefined) return before;
  const listed = new Set(before ?? defaults.allowedChannels);
  if (allow !== undefined) listed.add(allow);
  if (disallow !== undefined && !listed.delete(disallow)) {
    throw new RequestError('That channel is not among those that are allowed.');
  }
  if (listed.size === 0) throw new RequestError('That is the last one: allow another first, or use clear_channels.');
  if (listed.size > MOST_CHANNELS)
    throw new RequestError(`${MOST_CHANNELS} channels are the most that can be allowed.`);
  return [...listed];
}

/** Each setting, and whether it is the server's own. */
function describe(settings: ServerSettings, defaults: ServerDefaults, lead: string): Reply {
  const { minConfidence, privateAnswers, allowedChannels } = settings;
  const origin = (own: unknown) => (own === null ? '' : ', set for this server');
  const channels = allowedChannels ?? defaults.allowedChannels;
  const sections: Section[] = [
    {
      headline: 'min_confidence',
      notes: [`${minConfidence ?? defaults.minConfidence}${origin(minConfidence)}`],
    },
    {
      headline: 'private_answers',
      notes: [`${(privateAnswers ?? defaults.privateAnswers) ? ON : OFF}${origin(privateAnswers)}`],
    },
    {
      headline: 'Where I answer',
      channels,
      notes: channels.length === 0 ? ['everywhere'] : [`and in their threads${origin(allowedChannels)}`],
    },
  ];
  return { tone: 'notice', lead, sections, buttons: [], private: true };
}
