import { OPTION } from '../../discord/protocol.js';
import { element } from './elements.js';
import type { CommandDeclaration, CommandOption, FilledOption, OptionChoice } from './objects.js';
import type { Suggestions } from './suggestions.js';

export interface CommandFieldsParts {
  readonly suggestions: Suggestions;
  /** Where the description of the option that is written stands. */
  readonly hint: HTMLElement;
  suggest(
    command: CommandDeclaration,
    given: readonly FilledOption[],
    focused: string,
  ): Promise<readonly OptionChoice[]>;
  /** Goes back to writing a text. */
  leave(): void;
}

/** Typing on within this many milliseconds asks for no suggestions yet. */
const TYPING_PAUSE = 90;

/** A command that was picked: a field for each option that must be given, and a button to add each of the others. */
export class CommandFields {
  readonly declared: CommandDeclaration;
  readonly drawn = element('div', { class: 'command', role: 'group' });
  readonly #parts: CommandFieldsParts;
  /** By option, in the order in which they were added. */
  readonly #fields = new Map<string, HTMLInputElement>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(declared: CommandDeclaration, parts: CommandFieldsParts) {
    this.declared = declared;
    this.#parts = parts;
    this.drawn.setAttribute('aria-label', `/${declared.name}`);
    const leave = element('button', { type: 'button', class: 'leave', 'aria-label': 'Leave the command' }, '×');
    leave.addEventListener('click', () => parts.leave());
    this.drawn.append(element('span', { class: 'name' }, `/${declared.name}`));
    const options = declared.options ?? [];
    for (const option of options.filter(({ required }) => required)) this.drawn.append(this.#draw(option));
    for (const option of options.filter(({ required }) => !required)) this.drawn.append(this.#drawAdder(option));
    this.drawn.append(leave);
    parts.hint.textContent = declared.description ?? '';
  }

  focus(): void {
    const [first] = this.#fields.values();
    const target = first ?? this.drawn.querySelector<HTMLElement>('button');
    target?.focus();
    if (first) first.setSelectionRange(first.value.length, first.value.length);
    // Without options there is nothing to write, and Enter runs it.
    if (!first) document.getElementById('send')?.focus();
  }

  /** Writes into the first field. */
  fill(text: string): void {
    const [first] = this.#fields.values();
    if (first) first.value = text.slice(0, first.maxLength > 0 ? first.maxLength : undefined);
  }

  /** What was given; null, with the focus there, when something that must be given is missing. */
  read(): readonly FilledOption[] | null {
    for (const option of this.declared.options ?? []) {
      const field = this.#fields.get(option.name);
      if (!option.required || !field || field.value.trim() !== '') continue;
      field.setAttribute('aria-invalid', 'true');
      field.focus();
      this.#parts.hint.textContent = `This is needed: ${option.description}`;
      return null;
    }
    return this.#given();
  }

  /** @returns whether the key is done with */
  handle(event: KeyboardEvent): boolean {
    const { target } = event;
    const isEmpty = target instanceof HTMLInputElement && target.type !== 'checkbox' && target.value === '';
    if (event.key === 'Escape' || (event.key === 'Backspace' && isEmpty && target === [...this.#fields.values()][0])) {
      this.#parts.leave();
      return true;
    }
    return false;
  }

  #given(): FilledOption[] {
    return [...this.#fields].flatMap(([name, field]): FilledOption[] => {
      if (field.type === 'checkbox') return field.checked ? [{ name, value: true }] : [];
      const value = field.value.trim();
      return value === '' ? [] : [{ name, value }];
    });
  }

  #draw(option: CommandOption): HTMLElement {
    const { name, description, max_length: longest } = option;
    const isFlag = option.type === OPTION.flag;
    const field = element(
      'input',
      isFlag
        ? { type: 'checkbox', checked: '' }
        : {
            class: 'value',
            role: 'combobox',
            'aria-autocomplete': 'list',
            'aria-controls': 'suggestions',
            'aria-expanded': 'false',
            'aria-required': String(option.required === true),
            autocapitalize: 'off',
            spellcheck: 'false',
            enterkeyhint: 'send',
            ...(longest ? { maxlength: String(longest) } : {}),
          },
    );
    field.setAttribute('aria-describedby', 'hint');
    this.#fields.set(name, field);
    field.addEventListener('focus', () => {
      this.#parts.hint.textContent = `${name}: ${description}`;
      if (option.autocomplete) this.#ask(field, option);
      else this.#parts.suggestions.hide();
    });
    field.addEventListener('input', () => {
      field.removeAttribute('aria-invalid');
      if (!option.autocomplete) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(field, option), TYPING_PAUSE);
    });
    return element('label', { class: isFlag ? 'field flag' : 'field' }, element('span', {}, name), field);
  }

  #drawAdder(option: CommandOption): HTMLElement {
    const adder = element(
      'button',
      { type: 'button', class: 'adder', 'aria-label': `Add ${option.name}: ${option.description}` },
      `+ ${option.name}`,
    );
    adder.addEventListener('focus', () => {
      this.#parts.hint.textContent = `${option.name}: ${option.description}`;
    });
    adder.addEventListener('click', () => {
      adder.replaceWith(this.#draw(option));
      this.#fields.get(option.name)?.focus();
    });
    return adder;
  }

  /** Shows what may be chosen, unless the reader has typed on meanwhile. */
  async #ask(field: HTMLInputElement, { name }: CommandOption): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const given = this.#given().filter((one) => one.name !== name);
    const choices = await this.#parts.suggest(this.declared, [...given, { name, value: field.value }], name);
    if (asked !== this.#asked || document.activeElement !== field) return;
    const suggestions = choices.map(({ name: label, value }) => ({
      label,
      pick: () => {
        field.value = value;
        field.removeAttribute('aria-invalid');
        field.focus();
      },
    }));
    const isDone = choices.length === 1 && choices[0]?.value === field.value;
    this.#parts.suggestions.show(field, isDone ? [] : suggestions, -1);
  }
}
