import type { CommandCard } from '../../commands/parts/command.js';
import type { OptionValues } from '../../commands/parts/options.js';
import type { ArticleSpan, Reply, Section, Tone } from '../../commands/parts/reply.js';
import { articleLink } from './articleLink.js';
import { askedLine, pressId } from './buttonState.js';
import type { ChosenCorpus } from './chosenCorpus.js';
import { cut, drawWithin, LIMITS } from './limits.js';
import { drawHeadline, drawLink, drawQuotation, escapeLine } from './markdown.js';

/** A message as Discord takes it, in the shapes of its API. */
export interface Drawn {
  readonly embeds: readonly DrawnEmbed[];
  readonly components: readonly DrawnRow[];
  readonly files: readonly DrawnFile[];
}

export interface DrawnEmbed {
  readonly author?: { readonly name: string };
  readonly description?: string;
  readonly footer?: { readonly text: string };
  readonly image?: { readonly url: string };
  readonly color: number;
}

export interface DrawnRow {
  readonly type: typeof ACTION_ROW;
  readonly components: readonly DrawnButton[];
}

export interface DrawnButton {
  readonly type: typeof BUTTON;
  readonly style: typeof GREY;
  readonly label: string;
  readonly custom_id: string;
  readonly disabled: boolean;
}

export interface DrawnFile {
  readonly name: string;
  readonly attachment: Buffer;
  readonly description: string;
}

/** Numbers of https://discord.com/developers/docs/components/reference. */
const ACTION_ROW = 1;
const BUTTON = 2;
const GREY = 2;

/** The bar beside an embed: blue for what the articles say, amber for what only comes close, grey for Dateline itself. */
const COLORS: Readonly<Record<Tone, number>> = { answer: 0x2f6fab, closest: 0xb7791f, notice: 0x6b7280 };

/** The button that posts a private reply for everyone; it needs no command. */
export const SHARE_ID = 'share';

const BLANK_LINE = '\n\n';
/** What Dateline says itself is short; a list of filters may not be. */
const MAX_LEAD = 1_000;
/** A headline with the address that it leads to. */
const MAX_HEADLINE = 800;
/** One line of a citation or note; longer ones are cut, so that the quotation keeps its room. */
const MAX_LINE = 400;
/** Channels named in a line of a section. */
const MOST_CHANNELS = 15;
/** A section that gets less room than this says nothing; then fewer sections are drawn. */
const MIN_SECTION = 200;
/** What remains of an embed's total beside its head and its body. */
const FOOTER_ROOM = Math.min(LIMITS.footer, LIMITS.embedsTotal - LIMITS.author - LIMITS.description);

/**
 * Draws a reply, inside all of Discord's limits.
 * @param values the options of the request, cleaned; its buttons will find them again
 * @param page address of the page that shows articles; null when there is none to lead to
 * @param chosen which of several events it is from; null where that is nothing to say
 */
export function drawReply(
  reply: Reply,
  command: CommandCard,
  values: OptionValues,
  page: string | null = null,
  chosen: Pick<ChosenCorpus, 'event' | 'said'> | null = null,
): Drawn {
  const event = chosen?.event ?? null;
  const footer = [reply.position, chosen?.said].filter(Boolean).join(' · ');
  // The line of a message command is a whole message, not something to hold state in.
  const asked = command.kind === 'slash' && reply.tone !== 'notice' ? askedLine(command.options, values) : '';
  const buttons = reply.buttons.flatMap(({ label, action, arg, disabled = false, typedOnly = false }) => {
    if (typedOnly) return [];
    const id = pressId(command, values, action, arg, event);
    return id ? [{ label, id, disabled }] : [];
  });
  // What is for managers alone stays with them.
  if (reply.private && reply.tone !== 'notice' && !command.forManagers)
    buttons.push({ label: 'Share', id: SHARE_ID, disabled: false });
  return {
    embeds: [
      {
        ...(asked ? { author: { name: cut(asked, LIMITS.author) } } : {}),
        description: drawBody(reply, (place) => (page === null ? null : articleLink(page, place, event))),
        ...(footer ? { footer: { text: cut(footer, FOOTER_ROOM) } } : {}),
        ...(reply.picture ? { image: { url: `attachment://${reply.picture.name}` } } : {}),
        color: COLORS[reply.tone],
      },
    ],
    components: drawButtons(buttons),
    files: reply.picture
      ? [
          {
            name: reply.picture.name,
            attachment: Buffer.from(reply.picture.png),
            description: cut(reply.picture.alt, LIMITS.altText),
          },
        ]
      : [],
  };
}

/** Draws a sentence of Dateline's own that answers no command. */
export function drawNotice(sentence: string): Drawn {
  const description = drawWithin(sentence, LIMITS.description, escapeLine);
  return { embeds: [{ description, color: COLORS.notice }], components: [], files: [] };
}

/** The address of a place in an article; null when there is no page for it. */
type LinkTo = (place: ArticleSpan) => string | null;

function drawBody({ lead, sections }: Reply, linkTo: LinkTo): string {
  const opening = lead ? drawWithin(lead, MAX_LEAD, escapeLine) : '';
  const whole = joinBlocks([opening, ...sections.map((section) => drawSection(section, linkTo, LIMITS.description))]);
  return whole.length <= LIMITS.description ? whole : shareRoom(opening, sections, linkTo);
}

/** When not everything fits: an equal share for each section, and fewer sections before any becomes a mere stump. */
function shareRoom(opening: string, sections: readonly Section[], linkTo: LinkTo): string {
  const blocks = [opening];
  for (const [at, section] of sections.entries()) {
    const left = sections.length - at;
    const more = `… and ${left} more`;
    const room = LIMITS.description - joinBlocks([...blocks, more]).length - 2 * BLANK_LINE.length;
    if (room < MIN_SECTION) {
      blocks.push(more);
      break;
    }
    blocks.push(drawSection(section, linkTo, Math.max(MIN_SECTION, Math.floor(room / left))));
  }
  return joinBlocks(blocks);
}

/** Headline, quotation, citations, notes. What is short is drawn first; the quotation gets the room that remains. */
function drawSection(section: Section, linkTo: LinkTo, room: number): string {
  const { headline, url, quotation, citations = [], place, channels = [], notes = [] } = section;
  const read = place ? linkTo(place) : null;
  const head = headline ? fitHeadline(headline, url ?? read, Math.min(MAX_HEADLINE, room / 2)) : '';
  const lines = [
    ...citations.map((line, at) => drawCitation(line, at === citations.length - 1 ? read : null)),
    drawChannels(channels),
    ...notes.map((line) => drawCitation(line, null)),
  ].filter(Boolean);
  const besideQuotation = () => [head, ...lines].filter(Boolean).join('\n').length + '\n'.length;
  while (lines.length > 0 && besideQuotation() > room * (quotation ? 2 / 3 : 1)) lines.pop();
  const quoted = quotation
    ? drawWithin(quotation.text, room - besideQuotation(), (text) => drawQuotation(text, quotation.emphasis))
    : '';
  return [head, quoted, ...lines].filter(Boolean).join('\n');
}

/** A line of a citation, leading to its place in the article where there is a page for that. */
function drawCitation(line: string, read: string | null): string {
  const linked = drawLink(line, read);
  return linked.length <= MAX_LINE ? linked : drawWithin(line, MAX_LINE, escapeLine);
}

/** Channels as Discord shows them, by name. */
function drawChannels(ids: readonly string[]): string {
  const more = ids.length - MOST_CHANNELS;
  return [...ids.slice(0, MOST_CHANNELS).map((id) => `<#${id}>`), ...(more > 0 ? [`and ${more} more`] : [])].join(' ');
}

/** A link whose address takes too much room is drawn without it. */
function fitHeadline(headline: string, url: string | null | undefined, room: number): string {
  const linked = drawWithin(headline, room, (text) => drawHeadline(text, url));
  return linked || drawWithin(headline, room, (text) => drawHeadline(text, null));
}

function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter(Boolean).join(BLANK_LINE);
}

/** Buttons in rows, as many in each as fit. */
export function drawButtons(
  buttons: readonly { readonly label: string; readonly id: string; readonly disabled: boolean }[],
): DrawnRow[] {
  const drawn = buttons.map(
    ({ label, id, disabled }): DrawnButton => ({
      type: BUTTON,
      style: GREY,
      label: cut(label, LIMITS.buttonLabel),
      custom_id: id,
      disabled,
    }),
  );
  const rows: DrawnRow[] = [];
  for (let at = 0; at < drawn.length; at += LIMITS.buttonsPerRow) {
    rows.push({ type: ACTION_ROW, components: drawn.slice(at, at + LIMITS.buttonsPerRow) });
  }
  return rows;
}
