import { CHAT_PROTOCOL } from './chatProtocol.js';
import { DECISION_PROTOCOL } from './decisionProtocol.js';
import type { ReaderProtocol } from './protocol.js';
import { RERANK_PROTOCOL } from './rerankProtocol.js';
import { TEI_PROTOCOL } from './teiProtocol.js';

export const PROTOCOL_NAMES = ['rerank', 'tei', 'decision', 'chat'] as const;
export type ProtocolName = (typeof PROTOCOL_NAMES)[number];

const PROTOCOLS: Readonly<Record<ProtocolName, ReaderProtocol>> = {
  rerank: RERANK_PROTOCOL,
  tei: TEI_PROTOCOL,
  decision: DECISION_PROTOCOL,
  chat: CHAT_PROTOCOL,
};

/** How an address ends and what is spoken there; the first that fits counts. */
const ENDINGS: readonly (readonly [ending: string, name: ProtocolName])[] = [
  ['/v1/rerank', 'rerank'],
  ['/v2/rerank', 'rerank'],
  ['/rerank', 'tei'],
  ['/v1/systemone', 'decision'],
  ['/chat/completions', 'chat'],
];

/** The endings by which a protocol is told. */
export const KNOWN_ENDINGS: readonly string[] = ENDINGS.map(([ending]) => ending);

/** What is spoken at an address, by how its path ends; null when that tells nothing. @param url a whole address */
export function protocolOfAddress(url: string): ProtocolName | null {
  const path = new URL(url).pathname;
  const found = ENDINGS.find(([ending]) => path.endsWith(ending) || path.endsWith(`${ending}/`));
  return found?.[1] ?? null;
}

export function protocolNamed(name: ProtocolName): ReaderProtocol {
  return PROTOCOLS[name];
}
