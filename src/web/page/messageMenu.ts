import { byId, element } from './elements.js';

export interface MenuItem {
  readonly label: string;
  run(): void;
}

const EDGE = 8;

/** The menu of a message, at the pointer or at its button: arrow keys move, Escape gives the focus back. */
export class MessageMenu {
  readonly #menu = byId('menu');
  #opener: HTMLElement | null = null;

  constructor() {
    this.#menu.addEventListener('keydown', (event) => this.#key(event));
    this.#menu.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.#menu.contains(relatedTarget))) this.#menu.hidden = true;
    });
  }

  open(items: readonly MenuItem[], at: { readonly x: number; readonly y: number }, opener: HTMLElement): void {
    this.#opener = opener;
    this.#menu.replaceChildren(...items.map((item) => this.#draw(item)));
    this.#menu.hidden = false;
    const { offsetWidth, offsetHeight } = this.#menu;
    this.#menu.style.left = `${Math.max(EDGE, Math.min(at.x, innerWidth - offsetWidth - EDGE))}px`;
    this.#menu.style.top = `${Math.max(EDGE, Math.min(at.y, innerHeight - offsetHeight - EDGE))}px`;
    this.#items()[0]?.focus();
  }

  #draw({ label, run }: MenuItem): HTMLElement {
    const item = element('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, label);
    item.addEventListener('click', () => {
      this.#close();
      run();
    });
    return item;
  }

  #items(): HTMLElement[] {
    return [...this.#menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  #key(event: KeyboardEvent): void {
    const items = this.#items();
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const next = to[event.key];
    if (next !== undefined) items[next]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') this.#close();
    else return;
    event.preventDefault();
  }

  #close(): void {
    this.#menu.hidden = true;
    this.#opener?.focus();
  }
}
