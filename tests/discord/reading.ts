import { type APIMessage, MessageFlags } from 'discord.js';
import { expect } from 'vitest';
import { buttonsOf } from './clientChecks.js';
import type { LocalDiscord } from './server.js';

/** All text of a message, as a reader goes through it. */
export function textOf(message: APIMessage): string {
  const embeds = message.embeds.flatMap(({ author, title, description, fields, footer }) => [
    author?.name,
    title,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  return [message.content, ...embeds].filter(Boolean).join('\n');
}

/** The same without bold, links and quotation marks of Discord's markdown. */
export function plainTextOf(message: APIMessage): string {
  return textOf(message)
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^> ?/gm, '')
    .replace(/\*\*/g, '')
    .replace(/\\(.)/g, '$1');
}

/** The labels of a message's buttons, greyed ones in brackets. */
export function labelsOf(message: APIMessage): string[] {
  return buttonsOf(message).map(({ label, emoji, disabled }) => {
    const shown = label ?? emoji?.name ?? '?';
    return disabled ? `(${shown})` : shown;
  });
}

/** More pages than a reader would leaf through. */
const MANY_PAGES = 40;

/** Every state of a reply that its ▶ leads to, the first one first. */
export async function leafThrough(discord: LocalDiscord, first: APIMessage): Promise<APIMessage[]> {
  const pages = [first];
  let page = first;
  while (labelsOf(page).includes('▶') && pages.length < MANY_PAGES) {
    page = await discord.press(page, '▶');
    pages.push(page);
  }
  return pages;
}

/** Whether only one person sees a message. */
export function isPrivate(message: APIMessage): boolean {
  return (Number(message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** Fails when the bot pinged anybody, might have, or sent what Discord refused. */
export function expectGoodManners(discord: LocalDiscord): void {
  expect(discord.pings()).toEqual([]);
  expect(discord.rejected().map(({ method, path, answer }) => ({ method, path, answer }))).toEqual([]);
  for (const { path, json } of discord.requests) {
    const body = messageIn(json);
    if (body) expect({ path, allowed: body.allowed_mentions }).toMatchObject({ path, allowed: { parse: [] } });
  }
}

/** The part of a request's body that makes or edits a message, if it does. */
function messageIn(json: unknown): Record<string, unknown> | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const inner = 'data' in json ? json.data : json;
  if (typeof inner !== 'object' || inner === null) return null;
  return 'embeds' in inner || 'content' in inner ? (inner as Record<string, unknown>) : null;
}
