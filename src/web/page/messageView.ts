import { EPHEMERAL } from '../../discord/protocol.js';
import { element } from './elements.js';
import dateline from './icon.svg';
import { type Inline, readMarkdown } from './markdown.js';
import type { Embed, Message, MessageButton } from './objects.js';
import reader from './reader.svg';

/** Draws Discord's messages with the components that look like them. */

/** What a reader can do on a message. */
export interface MessageActions {
  press(button: MessageButton, message: Message, pressed: HTMLButtonElement): void;
  openMenu(message: Message, at: { readonly x: number; readonly y: number }, opener: HTMLElement): void;
  /** Follows a link of a citation. @returns whether it leads to an article that the page can show */
  follow(url: string, link: HTMLAnchorElement): boolean;
  dismiss(message: Message): void;
  enlarge(url: string, alt: string): void;
}

export interface MessageLook {
  readonly author: 'reader' | 'dateline';
  /** What the message is the answer to: "you used /ask", "@you who met Kim". */
  readonly to?: string;
  /** Beside the time: how long the server took. */
  readonly took?: number | null;
  /** Goes below the message's text. */
  readonly extra?: Node;
}

const AUTHORS = {
  reader: { name: 'you', avatar: reader },
  dateline: { name: 'Dateline', avatar: dateline },
} as const;

/** The whole message, as an element that can take the place of an earlier state of it. */
export function drawMessage(message: Message, look: MessageLook, actions: MessageActions): HTMLElement {
  const { name, avatar } = AUTHORS[look.author];
  const isPrivate = ((message.flags ?? 0) & EPHEMERAL) !== 0;
  const drawn = element('discord-message', {
    author: name,
    avatar,
    timestamp: timeLine(look.took),
    role: 'article',
    'aria-label': `${name}${look.to ? `, to ${look.to}` : ''}${isPrivate ? ', only you can see this' : ''}`,
    'data-id': message.id,
    ...(look.author === 'dateline' ? { bot: '' } : {}),
    ...(isPrivate ? { ephemeral: '' } : {}),
  });
  if (look.to) drawn.append(element('div', { slot: 'reply', class: 'reply' }, element('span', {}, look.to)));
  if (message.content) drawn.append(element('span', { class: 'content' }, message.content));
  if (look.extra) drawn.append(look.extra);
  for (const embed of message.embeds) drawn.append(drawEmbed(embed, message, actions));
  for (const row of message.components) {
    const buttons = row.components.map((button) => drawButton(button, message, actions));
    drawn.append(element('discord-action-row', { slot: 'components', class: 'buttons' }, ...buttons));
  }
  if (isPrivate) drawn.append(drawPrivateLine(message, actions));
  const more = drawMore(message, actions);
  drawn.append(more);
  drawn.addEventListener('contextmenu', (event) => {
    if (getSelection()?.toString() || (event.target as HTMLElement).closest('a')) return;
    event.preventDefault();
    actions.openMenu(message, { x: event.clientX, y: event.clientY }, more);
  });
  return drawn;
}

function timeLine(took: number | null | undefined): string {
  const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(new Date());
  return took === null || took === undefined ? time : `${time} · ${took < 1 ? '<1' : Math.round(took)} ms`;
}

function drawEmbed(embed: Embed, message: Message, actions: MessageActions): HTMLElement {
  const drawn = element('discord-embed', { slot: 'embeds' });
  if (embed.color) drawn.style.setProperty('--edge', `#${embed.color.toString(16).padStart(6, '0')}`);
  const body = element('discord-embed-description', { slot: 'description' });
  if (embed.author) body.append(element('p', { class: 'asked' }, embed.author.name));
  for (const { kind, lines, gap } of readMarkdown(embed.description ?? '')) {
    const shown = lines.map((line) => element('p', {}, ...line.map((part) => drawInline(part, actions))));
    const block = kind === 'quotation' ? element('discord-quote', {}, ...shown) : element('div', {}, ...shown);
    block.className = gap ? 'block gap' : 'block';
    body.append(block);
  }
  drawn.append(body);
  if (embed.image?.url.startsWith('data:')) {
    drawn.append(drawPicture(embed.image.url, message.attachments[0]?.description ?? '', actions));
  }
  if (embed.footer) drawn.append(element('discord-embed-footer', { slot: 'footer' }, embed.footer.text));
  return drawn;
}

function drawInline(part: Inline, actions: MessageActions): Node {
  const shown = part.kind === 'text' ? document.createTextNode(part.text) : drawLink(part, actions);
  return part.bold ? element('strong', {}, shown) : shown;
}

function drawLink({ text, url }: { readonly text: string; readonly url: string }, actions: MessageActions): Node {
  const link = element('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, text);
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (actions.follow(url, link)) event.preventDefault();
  });
  return link;
}

/** Small as on Discord, and whole when it is pressed. */
function drawPicture(url: string, alt: string, actions: MessageActions): HTMLElement {
  const picture = element('img', { src: url, alt, class: 'picture' });
  const button = element('button', { type: 'button', class: 'picture-button', slot: 'fields' }, picture);
  button.addEventListener('click', () => actions.enlarge(url, alt));
  return button;
}

/** What arrows say to those who hear them. */
const SPOKEN: Readonly<Record<string, string>> = { '◀': 'Previous', '▶': 'Next' };

function drawButton(button: MessageButton, message: Message, actions: MessageActions): HTMLButtonElement {
  const label = button.label ?? '';
  const drawn = element('button', { type: 'button', class: 'button', 'data-press': button.custom_id ?? '' }, label);
  const spoken = SPOKEN[label];
  if (spoken) drawn.setAttribute('aria-label', spoken);
  drawn.disabled = button.disabled === true;
  drawn.addEventListener('click', () => actions.press(button, message, drawn));
  return drawn;
}

function drawPrivateLine(message: Message, actions: MessageActions): HTMLElement {
  const dismiss = element('button', { type: 'button', class: 'link' }, 'Dismiss message');
  dismiss.addEventListener('click', () => actions.dismiss(message));
  return element('p', { slot: 'reactions', class: 'private' }, 'Only you can see this • ', dismiss);
}

function drawMore(message: Message, actions: MessageActions): HTMLElement {
  const more = element(
    'button',
    {
      type: 'button',
      class: 'more',
      slot: 'thread',
      'aria-haspopup': 'menu',
      'aria-label': 'Apps and more for this message',
    },
    '⋯',
  );
  more.addEventListener('click', () => {
    const { left, bottom } = more.getBoundingClientRect();
    actions.openMenu(message, { x: left, y: bottom }, more);
  });
  return more;
}
