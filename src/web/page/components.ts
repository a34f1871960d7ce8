import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-bold.js';
import '@skyra/discord-components-core/discord-quote.js';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedDescription } from '@skyra/discord-components-core/discord-embed-description.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';

/**
 * The components that draw a Discord channel, with what they lack mended: colours that can be read (WCAG AA), room on a phone,
 * and a "Dismiss message" that only a mouse finds (the page has its own).
 */

type Styled = { elementStyles: CSSStyleSheet[] };

function refine(component: unknown, rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const styled = component as Styled;
  styled.elementStyles = [...styled.elementStyles, sheet];
}

/** Once, before the first of them is drawn. */
export function refineComponents(): void {
  refine(
    DiscordMessages,
    ':host, :host([light-theme]) { color: var(--text); border: 0 } ::slotted(*:not(:first-child)) { margin-top: 0.75rem }',
  );
  refine(
    DiscordMessage,
    `:host, :host([light-theme]) { color: var(--text); padding-right: 1rem }
    :host(:hover) { background-color: var(--hover) }
    :host([ephemeral]), :host([ephemeral]:hover) { background-color: var(--private); padding-right: 1rem }
    .discord-message-timestamp, :host([light-theme]) .discord-message-timestamp { color: var(--muted) }
    .discord-author-avatar img { cursor: default }
    .discord-message-content { min-width: 0 }
    .discord-message-ephemeral { display: none }
    @media (max-width: 500px) {
      :host { padding-left: 0.75rem; padding-right: 0.75rem }
      .discord-author-avatar { margin-right: 10px; min-width: 32px }
      .discord-author-avatar img { width: 32px; height: 32px }
    }`,
  );
  refine(
    DiscordAuthorInfo,
    `:host .discord-author-username, :host([light-theme]) .discord-author-username { color: var(--strong) }
    :host .discord-author-username:hover { text-decoration: none; cursor: default }`,
  );
  refine(
    DiscordEmbed,
    `:host, :host([light-theme]) { color: var(--text); font-size: 0.9375rem }
    :host .discord-left-border, :host([light-theme]) .discord-left-border { background-color: var(--edge) }
    :host .discord-embed-root { min-width: 0; flex: 0 1 auto }
    :host .discord-embed-wrapper, :host([light-theme]) .discord-embed-wrapper {
      background-color: var(--embed); border-color: var(--line); max-width: 560px; min-width: 0
    }
    :host .discord-embed-wrapper .discord-embed-grid { min-width: 0; padding: 0.25rem 1rem 0.9rem 0.75rem }`,
  );
  refine(DiscordEmbedDescription, ':host { font-size: 0.9375rem; line-height: 1.4; overflow-wrap: anywhere }');
  refine(DiscordEmbedFooter, ':host, :host([light-theme]) { color: var(--muted) }');
}
