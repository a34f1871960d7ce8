import { z } from 'zod';
import { INTERACTION } from './protocol.js';

/**
 * Discord's interaction objects, as the gateway and HTTP carry them alike: checked where they enter, and of them no more than
 * is read.
 */

/** An object that is no interaction, or none that Dateline knows; the message is one sentence that says what is wrong. */
export class InteractionError extends Error {
  override readonly name = 'InteractionError';
}

const text = z.string();
const whole = z.int();

const attachment = z.object({ description: text.nullish() });
const button = z.object({
  type: whole,
  custom_id: text.nullish(),
  label: text.nullish(),
  disabled: z.boolean().nullish(),
});
const embed = z.object({
  author: z.object({ name: text }).nullish(),
  description: text.nullish(),
  footer: z.object({ text }).nullish(),
  image: z.object({ url: text, description: text.nullish() }).nullish(),
  color: whole.nullish(),
});
/** A message whose button was pressed. */
const pressedMessage = z.object({
  id: text.nullish(),
  flags: whole.nullish(),
  embeds: z.array(embed).default([]),
  components: z.array(z.object({ type: whole, components: z.array(button).nullish() })).default([]),
  attachments: z.array(attachment).default([]),
});
const shownText = z.object({ content: text.default(''), embeds: z.array(embed).default([]) });
/** A message from whose menu a command was chosen. One that was forwarded has its text in a snapshot. */
const chosenMessage = shownText.extend({
  message_snapshots: z.array(z.object({ message: shownText })).nullish(),
});
const option = z.object({
  name: text,
  type: whole.nullish(),
  value: z.union([text, z.number(), z.boolean()]).nullish(),
  focused: z.boolean().nullish(),
});
/** A subcommand is an option with options. */
const optionOrSubcommand = option.extend({ options: z.array(option).nullish() });
const attachedFile = z.object({ filename: text, size: whole, url: text });
const commandData = z.object({
  type: whole,
  name: text,
  options: z.array(optionOrSubcommand).default([]),
  target_id: text.nullish(),
  resolved: z
    .object({
      messages: z.record(text, chosenMessage).nullish(),
      attachments: z.record(text, attachedFile).nullish(),
    })
    .nullish(),
});

const person = z.object({ id: text });
/** Who does it and where: a member of a server, or a user elsewhere. */
const whereabouts = {
  guild_id: text.nullish(),
  channel_id: text.nullish(),
  channel: z.object({ parent_id: text.nullish() }).nullish(),
  member: z.object({ user: person.nullish(), permissions: text.nullish() }).nullish(),
  user: person.nullish(),
};

/** With an id and a token, an interaction can be answered later. */
const answerable = {
  id: text.regex(/^\d{1,20}$/, 'must be digits'),
  application_id: text.regex(/^\d{1,20}$/, 'must be digits'),
  // It becomes a part of an address.
  token: text.regex(/^[\w.~+=-]{1,2000}$/, 'must be an interaction token'),
  ...whereabouts,
};

const SCHEMA = z.discriminatedUnion('type', [
  z.object({ type: z.literal(INTERACTION.ping) }),
  z.object({ type: z.literal(INTERACTION.command), ...answerable, data: commandData }),
  z.object({
    type: z.literal(INTERACTION.component),
    ...answerable,
    data: z.object({ custom_id: text, component_type: whole }),
    message: pressedMessage,
  }),
  z.object({ type: z.literal(INTERACTION.autocomplete), ...answerable, data: commandData }),
]);

export type ReceivedInteraction = z.infer<typeof SCHEMA>;
export type Received<Type extends ReceivedInteraction['type']> = Extract<ReceivedInteraction, { type: Type }>;
export type PressedMessage = z.infer<typeof pressedMessage>;
export type ChosenMessage = z.infer<typeof chosenMessage>;
export type CommandData = z.infer<typeof commandData>;
export type GivenOption = z.infer<typeof option>;
export type AttachedFile = z.infer<typeof attachedFile>;

/** Checks what should be one of Discord's interaction objects. @throws InteractionError that names the first fault */
export function readInteraction(raw: unknown): ReceivedInteraction {
  const checked = SCHEMA.safeParse(raw);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const place = issue && issue.path.length > 0 ? ` at ${issue.path.map(String).join('.').slice(0, MAX_PLACE)}` : '';
  if (issue?.code === 'invalid_union' && issue.path[0] === 'type') {
    throw new InteractionError(
      'This is no interaction that Dateline knows: its type must be 1 (ping), 2 (command), 3 (button) or 4 (autocomplete).',
    );
  }
  throw new InteractionError(
    `This is no interaction as Discord sends it${place}: ${issue?.message ?? 'not readable'}.`,
  );
}

/** A path goes through names that the sender chose. */
const MAX_PLACE = 100;
