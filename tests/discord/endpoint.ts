import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { DiscordError } from './errors.js';
import { answerInteraction, type Interaction, type InteractionDesk } from './interactions.js';
import { readForm } from './requestBody.js';
import type { RecordedRequest } from './rest.js';
import type { StoredFile } from './world.js';

/** The application's key pair, with which Discord signs what it sends to an interactions endpoint. */
export interface SigningKeys {
  readonly privateKey: KeyObject;
  /** 64 hexadecimal digits, for DISCORD_PUBLIC_KEY. */
  readonly publicKey: string;
}

/** The raw key is the end of its SubjectPublicKeyInfo. */
const RAW_KEY_BYTES = 32;

export function makeSigningKeys(): SigningKeys {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return { privateKey, publicKey: spki.subarray(-RAW_KEY_BYTES).toString('hex') };
}

/** The headers with which Discord sends a body. @param seconds since 1970 */
export function signedHeaders(
  { privateKey }: SigningKeys,
  body: string | Uint8Array,
  seconds = Math.floor(Date.now() / 1_000),
): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-signature-ed25519': sign(
      null,
      Buffer.concat([Buffer.from(String(seconds)), Buffer.from(body)]),
      privateKey,
    ).toString('hex'),
    'x-signature-timestamp': String(seconds),
  };
}

/** An interactions endpoint as Discord sees it. */
export interface Endpoint {
  /** Discord takes an address only when it answers a ping and refuses one that is badly signed. @throws Error when not */
  verify(): Promise<void>;
  /** Sends an interaction, and takes the response for the bot's first answer. Never rejects: an answer is missing then. */
  deliver(interaction: Interaction, payload: Record<string, unknown>): Promise<void>;
}

/** @param url the whole address of the endpoint */
export function endpointAt(
  url: string,
  keys: SigningKeys,
  desk: InteractionDesk,
  requests: RecordedRequest[],
): Endpoint {
  const post = (body: string, headers = signedHeaders(keys, body)) => fetch(url, { method: 'POST', body, headers });
  return {
    async verify() {
      const ping = JSON.stringify({
        id: desk.world.newId(),
        application_id: desk.world.applicationId,
        type: 1,
        version: 1,
      });
      const pong = await post(ping);
      const refused = await post(ping, signedHeaders(makeSigningKeys(), ping));
      if (pong.status !== 200 || ((await pong.json()) as { type?: number }).type !== 1 || refused.status !== 401) {
        throw new Error(
          `Discord takes no endpoint that answers a ping with ${pong.status}, a forged one with ${refused.status}`,
        );
      }
    },
    async deliver(interaction, payload) {
      const record: RecordedRequest = {
        method: 'POST',
        path: `/interactions/${interaction.id}/${interaction.token}/callback`,
        query: new URLSearchParams(),
        authorization: null,
        json: undefined,
        files: [],
        status: 0,
        answer: undefined,
        onDemand: false,
      };
      requests.push(record);
      try {
        const response = await post(JSON.stringify(payload));
        record.status = response.status;
        if (!response.ok) throw new Error(`the endpoint said ${response.status}: ${await response.text()}`);
        const { json, files } = await readResponse(response);
        record.json = json;
        record.files = [...files.values()].map(({ name }) => name);
        answerInteraction(desk, interaction.id, interaction.token, json, files);
      } catch (error) {
        record.status = error instanceof DiscordError ? error.status : record.status;
        record.answer = error instanceof DiscordError ? error.body : String(error);
      }
    },
  };
}

async function readResponse(response: Response): Promise<{ json: unknown; files: ReadonlyMap<string, StoredFile> }> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return { json: await response.json(), files: new Map() };
  return readForm(Buffer.from(await response.arrayBuffer()), type);
}
