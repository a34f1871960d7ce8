import { byId, element } from './elements.js';

export interface Suggestion {
  readonly label: string;
  readonly note?: string;
  pick(): void;
}

/**
 * The list above the field that is written in: arrow keys move through it, Tab and Enter take what is marked, Escape closes it.
 * The focus stays in the field (WAI-ARIA's combobox with a listbox).
 */
export class Suggestions {
  readonly #list = byId('suggestions');
  readonly #status = byId('status');
  #field: HTMLInputElement | null = null;
  #shown: readonly Suggestion[] = [];
  #marked = -1;

  get isOpen(): boolean {
    return this.#shown.length > 0;
  }

  /** @param marked the one that Enter takes; -1 for none until an arrow key was pressed */
  show(field: HTMLInputElement, suggestions: readonly Suggestion[], marked: number): void {
    if (this.#field !== field) this.hide();
    this.#field = field;
    this.#shown = suggestions;
    if (suggestions.length === 0) {
      this.hide();
      return;
    }
    this.#list.replaceChildren(...suggestions.map((suggestion, at) => this.#draw(suggestion, at)));
    this.#list.hidden = false;
    field.setAttribute('aria-expanded', 'true');
    this.#status.textContent = `${suggestions.length} ${suggestions.length === 1 ? 'suggestion' : 'suggestions'}`;
    this.#mark(Math.min(marked, suggestions.length - 1));
  }

  hide(): void {
    this.#shown = [];
    this.#marked = -1;
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#field?.setAttribute('aria-expanded', 'false');
    this.#field?.removeAttribute('aria-activedescendant');
  }

  /** @returns whether the key was meant for the list, and is done with */
  handle(event: KeyboardEvent): boolean {
    if (!this.isOpen || event.isComposing) return false;
    const { length } = this.#shown;
    switch (event.key) {
      case 'ArrowDown':
        this.#mark((this.#marked + 1) % length);
        return true;
      case 'ArrowUp':
        this.#mark(this.#marked <= 0 ? length - 1 : this.#marked - 1);
        return true;
      case 'Escape':
        this.hide();
        return true;
      case 'Enter':
      case 'Tab': {
        const suggestion = event.shiftKey ? undefined : this.#shown[this.#marked];
        if (!suggestion) return false;
        this.#take(suggestion);
        return true;
      }
      default:
        return false;
    }
  }

  #draw({ label, note }: Suggestion, at: number): HTMLElement {
    const drawn = element(
      'div',
      { role: 'option', id: `suggestion-${at}`, class: 'suggestion', 'aria-selected': 'false' },
      element('span', { class: 'label' }, label),
      note ? element('span', { class: 'note' }, note) : null,
    );
    // Before the field loses the focus.
    drawn.addEventListener('pointerdown', (event) => event.preventDefault());
    drawn.addEventListener('click', () => {
      const suggestion = this.#shown[at];
      if (suggestion) this.#take(suggestion);
    });
    return drawn;
  }

  #take(suggestion: Suggestion): void {
    this.hide();
    suggestion.pick();
  }

  #mark(at: number): void {
    this.#marked = at;
    for (const [index, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at) option.scrollIntoView({ block: 'nearest' });
    }
    if (at >= 0) this.#field?.setAttribute('aria-activedescendant', `suggestion-${at}`);
    else this.#field?.removeAttribute('aria-activedescendant');
  }
}
