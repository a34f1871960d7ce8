import {
  type APIAllowedMentions,
  type APIEmbed,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Fault } from './errors.js';
import { duplicates, fault, missing, tooLong } from './validation.js';

const MAX_CONTENT = 2_000;
const MAX_EMBED_CHARACTERS = 6_000;
const MAX_ROWS = 5;
const MAX_BUTTONS_IN_ROW = 5;
const MAX_COMPONENTS_V2 = 40;
const MAX_TEXT_DISPLAYS = 4_000;
/** What an embed's links may begin with. */
const WEB_LINK = /^https?:\/\//i;
/** An embed's pictures may also come from the request's own files. */
const WEB_LINK_OR_FILE = /^(https?|attachment):\/\//i;

type Path = readonly PropertyKey[];

/** What any request that makes or edits a message may carry. */
export interface MessageBody {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly APIEmbed[] | null | undefined;
  readonly components?: readonly APIMessageTopLevelComponent[] | null | undefined;
  readonly flags?: number | null | undefined;
  readonly allowed_mentions?: APIAllowedMentions | null | undefined;
  readonly attachments?:
    | readonly { id: string | number; filename?: string | null | undefined; description?: string | null | undefined }[]
    | null
    | undefined;
  readonly message_reference?:
    | { message_id?: string | undefined; fail_if_not_exists?: boolean | null | undefined }
    | null
    | undefined;
}

/** What the schema does not say about a message: sums over embeds, rows, buttons and who may be mentioned. */
export function messageFaults(body: MessageBody, path: Path = []): Fault[] {
  return [
    ...tooLong([...path, 'content'], body.content, MAX_CONTENT),
    ...embedFaults(body.embeds ?? [], [...path, 'embeds']),
    ...componentFaults(body, path),
    ...mentionFaults(body.allowed_mentions, [...path, 'allowed_mentions']),
  ];
}

/** Characters that count towards an embed's 6,000. */
export function embedCharacters(embed: APIEmbed): number {
  const parts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  for (const field of embed.fields ?? []) parts.push(field.name, field.value);
  return parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
}

function embedFaults(embeds: readonly APIEmbed[], path: Path): Fault[] {
  const faults = embeds.flatMap((embed, index) => oneEmbedFaults(embed, [...path, index]));
  const sum = embeds.reduce((total, embed) => total + embedCharacters(embed), 0);
  if (sum > MAX_EMBED_CHARACTERS) {
    faults.push(fault(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MAX_EMBED_CHARACTERS}`));
  }
  return faults;
}

function oneEmbedFaults(embed: APIEmbed, path: Path): Fault[] {
  const faults: Fault[] = [];
  if (embedCharacters(embed) === 0 && !embed.image && !embed.thumbnail)
    faults.push(...missing([...path, 'description'], ''));
  (embed.fields ?? []).forEach((field, index) => {
    faults.push(...missing([...path, 'fields', index, 'name'], field.name));
    faults.push(...missing([...path, 'fields', index, 'value'], field.value));
  });
  if (embed.footer) faults.push(...missing([...path, 'footer', 'text'], embed.footer.text));
  if (embed.author) faults.push(...missing([...path, 'author', 'name'], embed.author.name));
  faults.push(...linkFaults([...path, 'url'], embed.url, WEB_LINK));
  faults.push(...linkFaults([...path, 'author', 'url'], embed.author?.url, WEB_LINK));
  faults.push(...linkFaults([...path, 'image', 'url'], embed.image?.url, WEB_LINK_OR_FILE));
  faults.push(...linkFaults([...path, 'thumbnail', 'url'], embed.thumbnail?.url, WEB_LINK_OR_FILE));
  return faults;
}

function linkFaults(path: Path, url: string | null | undefined, allowed: RegExp): Fault[] {
  if (!url || allowed.test(url)) return [];
  return [fault(path, 'URL_TYPE_INVALID_SCHEME', `Scheme "${url.split(':')[0]}" is not supported.`)];
}

/** Every component of a message, those inside others too, with its place. */
function everyComponent(value: unknown, path: Path): { component: Record<string, unknown>; path: Path }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => everyComponent(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  const component = value as Record<string, unknown>;
  const inner = everyComponent(component.components, [...path, 'components']);
  const accessory = component.accessory ? everyComponent(component.accessory, [...path, 'accessory']) : [];
  return [{ component, path }, ...inner, ...accessory];
}

function componentFaults(body: MessageBody, above: Path): Fault[] {
  const path = [...above, 'components'];
  const top = body.components ?? [];
  const all = everyComponent(top, path);
  const faults = duplicates(
    all.flatMap(({ component, path: at }) =>
      typeof component.custom_id === 'string' ? [{ path: [...at, 'custom_id'], value: component.custom_id }] : [],
    ),
    'COMPONENT_CUSTOM_ID_DUPLICATED',
    'Component custom id cannot be duplicated',
  );
  for (const { component, path: at } of all) {
    if (component.type === ComponentType.ActionRow) faults.push(...rowFaults(component, at));
    if (component.type === ComponentType.Button) faults.push(...buttonFaults(component, at));
  }
  const isV2 = ((body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  return [...faults, ...(isV2 ? v2Faults(body, all, above) : classicFaults(top, path))];
}

function classicFaults(top: readonly APIMessageTopLevelComponent[], path: Path): Fault[] {
  const faults: Fault[] = [];
  if (top.length > MAX_ROWS)
    faults.push(fault(path, 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${MAX_ROWS} in length.`));
  top.forEach((component, index) => {
    if (component.type !== ComponentType.ActionRow) {
      faults.push(fault([...path, index, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).'));
    }
  });
  return faults;
}

function v2Faults(body: MessageBody, all: ReturnType<typeof everyComponent>, path: Path): Fault[] {
  const faults: Fault[] = [];
  for (const field of ['content', 'embeds'] as const) {
    if (body[field]?.length) {
      faults.push(
        fault(
          [...path, field],
          'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          `The '${field}' field cannot be used`,
        ),
      );
    }
  }
  if (all.length > MAX_COMPONENTS_V2) {
    faults.push(
      fault([...path, 'components'], 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `At most ${MAX_COMPONENTS_V2}`),
    );
  }
  const texts = all.filter(({ component }) => component.type === ComponentType.TextDisplay);
  const characters = texts.reduce((sum, { component }) => sum + String(component.content ?? '').length, 0);
  if (characters > MAX_TEXT_DISPLAYS) {
    faults.push(
      fault([...path, 'components'], 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `At most ${MAX_TEXT_DISPLAYS}`),
    );
  }
  return faults;
}

function rowFaults(row: Record<string, unknown>, path: Path): Fault[] {
  const inner = everyComponent(row.components, [...path, 'components']);
  const buttons = inner.filter(({ component }) => component.type === ComponentType.Button).length;
  const isFull = buttons > MAX_BUTTONS_IN_ROW || (buttons < inner.length && inner.length > 1);
  return isFull
    ? [fault(path, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width')]
    : [];
}

function buttonFaults(button: Record<string, unknown>, path: Path): Fault[] {
  const faults: Fault[] = [];
  const isLink = button.style === ButtonStyle.Link;
  if (isLink && !button.url) faults.push(fault(path, 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required'));
  if (isLink && button.custom_id) {
    faults.push(
      fault(path, 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A custom id and url cannot both be set'),
    );
  }
  if (!isLink && button.style !== ButtonStyle.Premium && !button.custom_id) {
    faults.push(fault(path, 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required'));
  }
  if (!isLink && button.url) faults.push(fault(path, 'BUTTON_COMPONENT_INVALID_STYLE', 'A url needs the link style'));
  if (!button.label && !button.emoji && button.style !== ButtonStyle.Premium) {
    faults.push(fault(path, 'BUTTON_COMPONENT_INVALID_LABEL', 'A label or an emoji is required'));
  }
  return faults;
}

function mentionFaults(allowed: APIAllowedMentions | null | undefined, path: Path): Fault[] {
  if (!allowed) return [];
  const faults: Fault[] = [];
  for (const kind of ['users', 'roles'] as const) {
    if (allowed.parse?.some((parsed) => parsed === kind) && allowed[kind]?.length) {
      faults.push(
        fault(
          [...path, 'parse'],
          'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
        ),
      );
    }
  }
  return faults;
}
