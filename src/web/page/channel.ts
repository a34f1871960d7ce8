import { EPHEMERAL } from '../../discord/protocol.js';
import { byId, element } from './elements.js';
import { drawMessage, type MessageActions, type MessageLook } from './messageView.js';
import { type Message, type MessageBody, newSnowflake } from './objects.js';

/** Longer, and somebody should see that it is being worked on. In milliseconds. */
const THINKING_AFTER = 250;

const NOTICE_COLOR = 0x6b7280;

/** The messages on the page, oldest first. */
export class Channel {
  readonly #scroll = byId('scroll');
  readonly #list = element('discord-messages', { 'no-background': '' });
  readonly #looks = new Map<string, MessageLook>();
  readonly #actions: MessageActions;

  constructor(actions: MessageActions) {
    this.#actions = actions;
    this.#scroll.append(this.#list);
    this.#followTheme();
  }

  /** Adds a message below the others and shows it. */
  add(body: MessageBody, look: MessageLook): HTMLElement {
    const message: Message = { ...body, id: newSnowflake() };
    this.#looks.set(message.id, look);
    const drawn = drawMessage(message, look, this.#actions);
    this.#list.append(drawn);
    this.#show(drawn);
    return drawn;
  }

  /** Puts a message's new state in its place. The focus stays on the button that was pressed, or goes to the message. */
  update(message: Message, body: MessageBody, took: number | null): void {
    const before = this.find(message.id);
    if (!before) return;
    const look = { ...this.#looks.get(message.id), author: 'dateline', took } as const;
    const flags = message.flags ?? 0;
    const drawn = drawMessage({ ...body, flags, id: message.id }, look, this.#actions);
    const label = document.activeElement?.textContent;
    const hadFocus = before.contains(document.activeElement);
    before.replaceWith(drawn);
    if (!hadFocus) return;
    const again = [...drawn.querySelectorAll<HTMLButtonElement>('.button:not(:disabled)')];
    const heir = again.find(({ textContent }) => textContent === label) ?? menuButtonOf(drawn);
    // The components draw their slots a moment later, and what is in none cannot have the focus.
    requestAnimationFrame(() => heir?.focus());
  }

  remove(message: Message): void {
    const drawn = this.find(message.id);
    const neighbour = drawn?.previousElementSibling;
    drawn?.remove();
    if (neighbour) menuButtonOf(neighbour)?.focus();
  }

  find(id: string): HTMLElement | null {
    return this.#list.querySelector(`[data-id="${CSS.escape(id)}"]`);
  }

  /** What Dateline says when there is no answer to show: the server is away, or asks to wait. */
  notice(sentence: string): void {
    const description = sentence.replace(/[\\*[\]>]/g, '\\$&');
    this.add(
      { embeds: [{ description, color: NOTICE_COLOR }], components: [], attachments: [], flags: EPHEMERAL },
      { author: 'dateline' },
    );
  }

  /** Shows that an answer is being made, once that takes a moment. @returns ends it */
  think(): () => void {
    let shown: HTMLElement | null = null;
    const timer = setTimeout(() => {
      shown = this.add(
        { content: 'Dateline is thinking…', embeds: [], components: [], attachments: [] },
        { author: 'dateline' },
      );
    }, THINKING_AFTER);
    return () => {
      clearTimeout(timer);
      shown?.remove();
    };
  }

  /** Light and dark as the system has it, now and when that changes. */
  #followTheme(): void {
    const light = matchMedia('(prefers-color-scheme: light)');
    const apply = () => this.#list.toggleAttribute('light-theme', light.matches);
    light.addEventListener('change', apply);
    apply();
  }

  /** Shows the last message again, after something above it has grown. */
  showLast(): void {
    const last = this.#list.lastElementChild;
    if (last instanceof HTMLElement && last !== this.#list.firstElementChild) this.#show(last);
  }

  /** Keeps the end of the channel in view; of a message that is longer than that, its beginning. */
  #show(drawn: HTMLElement): void {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        const top = drawn.offsetTop - this.#list.offsetTop;
        const isLong = drawn.offsetHeight > this.#scroll.clientHeight;
        this.#scroll.scrollTop = isLong ? top : this.#scroll.scrollHeight;
      });
    });
  }
}

/** What of a message can always take the focus. (The message cannot: a host of slots with `tabindex` hides its content from Tab.) */
function menuButtonOf(drawn: Element): HTMLElement | null {
  return drawn.querySelector<HTMLElement>('.more');
}
