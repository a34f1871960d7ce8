import { eventOfArticle, readArticleLink } from '../../discord/articleLink.js';
import { COMMAND, RESPONSE } from '../../discord/protocol.js';
import { type Asked, addressOfAsked, readAddress } from './address.js';
import { type Answered, api, RefusedError } from './api.js';
import { ArticlePanel } from './articlePanel.js';
import { Channel } from './channel.js';
import { refineComponents } from './components.js';
import { Composer } from './composer.js';
import { byId, element } from './elements.js';
import {
  commandInteraction,
  menuInteraction,
  pressInteraction,
  typingInteraction,
  writtenMessage,
} from './interactionObjects.js';
import { MessageMenu } from './messageMenu.js';
import type { CommandDeclaration, CorpusCard, FilledOption, Message, MessageButton } from './objects.js';
import { greeting } from './welcome.js';

const EMPTY = { embeds: [], components: [], attachments: [] };
/** A mention at the head of what is written: the page has one bot, so it says nothing. */
const MENTION = /^@dateline\b[\s,:]*/i;

/** The page: what a reader does goes to the server as Discord would send it, and what comes back is drawn. */
class Page {
  readonly #corpus: CorpusCard;
  readonly #panel = new ArticlePanel(() => this.#setAddress(location.pathname + withoutArticle()));
  readonly #menu = new MessageMenu();
  readonly #channel: Channel;
  readonly #composer: Composer;
  /** By the id of an answer's message: what its link asks. */
  readonly #asked = new WeakMap<HTMLElement, Asked>();

  constructor(corpus: CorpusCard) {
    this.#corpus = corpus;
    this.#channel = new Channel({
      press: (button, message) => void this.#press(button, message),
      openMenu: (message, at, opener) => this.#openMenu(message, at, opener),
      follow: (url, link) => this.#follow(url, link),
      dismiss: (message) => this.#channel.remove(message),
      enlarge,
    });
    this.#composer = new Composer(corpus.commands, {
      write: (text) => void this.write(text),
      run: (command, given) => void this.run(command, given),
      suggest: async (command, given, focused) => {
        const interaction = typingInteraction(corpus.botId, command, given, focused);
        const answered = await api.interact(interaction).catch(() => null);
        return answered?.reply.data.choices ?? [];
      },
    });
  }

  /** Greets, and does what the address says. */
  async start(): Promise<void> {
    const { corpus, write } = { corpus: this.#corpus, write: (text: string) => void this.write(text) };
    byId('summary').textContent = corpus.summary;
    const { drawn, addExamples } = greeting(corpus, write);
    this.#channel.add(EMPTY, { author: 'dateline', extra: drawn });
    // A phone would open its keyboard over what there is to read.
    if (matchMedia('(hover: hover)').matches) this.#composer.focus();
    performance.mark('interactive');
    const query = new URLSearchParams(location.search);
    await this.#ask(readAddress(query));
    const place = readArticleLink(query);
    if (place) await this.#openArticle(location.href, null);
    addExamples(await api.examples().catch(() => []));
    this.#channel.showLast();
  }

  /** Asks with a text, as a mention does on Discord. */
  async write(text: string): Promise<void> {
    const question = text.replace(MENTION, '');
    const asked: Asked = { kind: 'question', text: question };
    this.#setAddress(addressOfAsked(asked));
    this.#channel.add({ ...EMPTY, content: text }, { author: 'reader' });
    const message = writtenMessage(this.#corpus.botId, question);
    await this.#answer(() => api.write(message), `@you ${text}`, asked);
  }

  async run(command: CommandDeclaration, given: readonly FilledOption[]): Promise<void> {
    const asked: Asked = { kind: 'command', name: command.name, given };
    this.#setAddress(addressOfAsked(asked));
    const interaction = commandInteraction(this.#corpus.botId, command, given);
    await this.#answer(() => api.interact(interaction), `you used /${command.name}`, asked);
  }

  async #ask(asked: Asked | null): Promise<void> {
    if (asked?.kind === 'question') return this.write(asked.text);
    const command = this.#corpus.commands.find((one) => one.type === COMMAND.slash && one.name === asked?.name);
    if (asked && command) await this.run(command, asked.given);
  }

  async #press(button: MessageButton, message: Message): Promise<void> {
    const interaction = pressInteraction(this.#corpus.botId, button.custom_id ?? '', message);
    await this.#answer(() => api.interact(interaction), button.label ?? '', null, message);
  }

  /** Draws what comes back: in the place of a message whose button was pressed, or as a new one. */
  async #answer(ask: () => Promise<Answered>, to: string, asked: Asked | null, pressed?: Message): Promise<void> {
    const stopThinking = this.#channel.think();
    try {
      const { reply, took } = await ask();
      stopThinking();
      if (reply.type === RESPONSE.update && pressed) this.#channel.update(pressed, reply.data, took);
      else {
        const drawn = this.#channel.add(reply.data, { author: 'dateline', to, took });
        if (asked) this.#asked.set(drawn, asked);
      }
    } catch (error) {
      stopThinking();
      this.#channel.notice(error instanceof RefusedError ? error.message : `That went wrong here: ${String(error)}`);
    }
  }

  #openMenu(message: Message, at: { readonly x: number; readonly y: number }, opener: HTMLElement): void {
    const commands = this.#corpus.commands.filter(({ type }) => type === COMMAND.message);
    const drawn = this.#channel.find(message.id);
    const asked = drawn && this.#asked.get(drawn);
    const link = asked && new URL(addressOfAsked(asked), location.href).href;
    const items = commands.map((command) => ({
      label: command.name,
      run: () => {
        const interaction = menuInteraction(this.#corpus.botId, command, message);
        void this.#answer(() => api.interact(interaction), `you used ${command.name}`, null);
      },
    }));
    const copy = (label: string, text: string) => ({ label, run: () => void navigator.clipboard.writeText(text) });
    const text = message.content || message.embeds.map(({ description }) => description ?? '').join('\n');
    const copies = [
      ...(text ? [copy('Copy text', text)] : []),
      ...(link ? [copy('Copy link to this answer', link)] : []),
    ];
    this.#menu.open([...items, ...copies], at, opener);
  }

  #follow(url: string, link: HTMLAnchorElement): boolean {
    if (!url.startsWith(`${this.#corpus.page}/?`)) return false;
    void this.#openArticle(url, link);
    return true;
  }

  async #openArticle(url: string, opener: HTMLElement | null): Promise<void> {
    const link = new URL(url).searchParams;
    const place = readArticleLink(link);
    if (!place) return;
    try {
      const article = await api.article(place.article, eventOfArticle(link));
      this.#panel.show(article, place, opener);
      const query = new URLSearchParams(withoutArticle());
      for (const [name, value] of link) if (ARTICLE.has(name)) query.set(name, value);
      this.#setAddress(`/?${query}`);
    } catch (error) {
      this.#channel.notice(error instanceof RefusedError ? error.message : String(error));
    }
  }

  /** The address follows what is shown, so that it can be shared as it stands. */
  #setAddress(address: string): void {
    history.replaceState(null, '', address);
  }
}

/** What of the address names an article. */
const ARTICLE = new Set(['article', 'of', 'start', 'end']);

function withoutArticle(): string {
  const query = new URLSearchParams(location.search);
  for (const name of ARTICLE) query.delete(name);
  const rest = query.toString();
  return rest ? `?${rest}` : '';
}

function enlarge(url: string, alt: string): void {
  const box = byId<HTMLDialogElement>('picture');
  const close = element('button', { type: 'button', class: 'close', 'aria-label': 'Close the picture' }, '×');
  close.addEventListener('click', () => box.close());
  box.replaceChildren(close, element('img', { src: url, alt }));
  box.showModal();
}

refineComponents();
try {
  await new Page(await api.corpus()).start();
} catch (error) {
  byId('summary').textContent = error instanceof Error ? error.message : String(error);
}
