import { COMMAND } from '../../discord/protocol.js';
import { CommandFields } from './commandFields.js';
import { byId, element } from './elements.js';
import type { CommandDeclaration, FilledOption, OptionChoice } from './objects.js';
import { Suggestions } from './suggestions.js';

/** What becomes of what was written. */
export interface ComposerTarget {
  /** A text without a command. */
  write(text: string): void;
  run(command: CommandDeclaration, given: readonly FilledOption[]): void;
  /** What may be chosen for an option while it is typed. */
  suggest(
    command: CommandDeclaration,
    given: readonly FilledOption[],
    focused: string,
  ): Promise<readonly OptionChoice[]>;
}

/** Discord's longest message, so that a long one can be found in sources; a question of more than 200 is answered with that. */
const LONGEST_TEXT = 2_000;
const MENTION = '@Dateline';

/** The line to write in: a text, or the fields of a command that was picked. */
export class Composer {
  readonly #fields = byId('fields');
  readonly #hint = byId('hint');
  readonly #suggestions = new Suggestions();
  readonly #target: ComposerTarget;
  readonly #commands: readonly CommandDeclaration[];
  /** Null while a text is written. */
  #command: CommandFields | null = null;
  readonly #text: HTMLInputElement;

  constructor(commands: readonly CommandDeclaration[], target: ComposerTarget) {
    this.#target = target;
    this.#commands = commands.filter(({ type }) => type === COMMAND.slash);
    this.#text = element('input', {
      id: 'text',
      class: 'text',
      role: 'combobox',
      'aria-label': 'Question, or / for commands',
      'aria-autocomplete': 'list',
      'aria-controls': 'suggestions',
      'aria-expanded': 'false',
      placeholder: 'Ask, or type / for commands',
      maxlength: String(LONGEST_TEXT),
      enterkeyhint: 'send',
      autocapitalize: 'off',
      spellcheck: 'false',
    });
    this.#text.addEventListener('input', () => this.#typed());
    const form = byId<HTMLFormElement>('composer');
    form.addEventListener('keydown', (event) => this.#key(event));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    form.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) this.#suggestions.hide();
    });
    this.#startText('');
  }

  focus(): void {
    if (this.#command) this.#command.focus();
    else this.#text.focus();
  }

  #startText(text: string): void {
    this.#command = null;
    this.#text.value = text;
    this.#hint.textContent = '';
    this.#suggestions.hide();
    this.#fields.replaceChildren(this.#text);
  }

  #startCommand(declared: CommandDeclaration, first: string): void {
    const leave = () => {
      this.#startText('');
      this.#text.focus();
    };
    const suggest = this.#target.suggest.bind(this.#target);
    this.#command = new CommandFields(declared, { suggestions: this.#suggestions, hint: this.#hint, suggest, leave });
    this.#fields.replaceChildren(this.#command.drawn);
    this.#command.fill(first);
    this.#command.focus();
  }

  #typed(): void {
    const text = this.#text.value;
    const [, named = '', rest] = /^\/([a-z-]*)(?: (.*))?$/is.exec(text) ?? [];
    const exact = this.#commands.find(({ name }) => name === named.toLowerCase());
    if (rest !== undefined && exact) this.#startCommand(exact, rest);
    else if (text.startsWith('/')) this.#suggestCommands(named.toLowerCase());
    else if (text.startsWith('@') && MENTION.toLowerCase().startsWith(text.toLowerCase())) this.#suggestMention();
    else this.#suggestions.hide();
  }

  #suggestCommands(typed: string): void {
    const fitting = this.#commands.filter(({ name }) => name.startsWith(typed));
    const suggestions = fitting.map((command) => ({
      label: `/${command.name}`,
      note: command.description ?? '',
      pick: () => this.#startCommand(command, ''),
    }));
    this.#suggestions.show(this.#text, suggestions, 0);
  }

  #suggestMention(): void {
    const pick = () => {
      this.#text.value = `${MENTION} `;
      this.#text.focus();
    };
    this.#suggestions.show(this.#text, [{ label: MENTION, note: 'asks with what follows', pick }], 0);
  }

  #key(event: KeyboardEvent): void {
    if (this.#suggestions.handle(event) || this.#command?.handle(event)) event.preventDefault();
  }

  #submit(): void {
    if (this.#command) {
      const given = this.#command.read();
      if (!given) return;
      const { declared } = this.#command;
      this.#startText('');
      this.#text.focus();
      this.#target.run(declared, given);
      return;
    }
    const text = this.#text.value.trim();
    if (text === '') return;
    this.#startText('');
    this.#target.write(text);
  }
}
