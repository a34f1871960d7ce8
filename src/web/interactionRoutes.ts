import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AnswerLog } from '../discord/answerLog.js';
import { delayClock } from '../discord/arrival.js';
import type { FileFetch } from '../discord/attachedFile.js';
import type { Dispatcher } from '../discord/dispatcher.js';
import { describeError } from '../discord/errors.js';
import { type FollowUp, type InteractionAnswer, receiveInteraction } from '../discord/interactions.js';
import { encodeBody } from '../discord/messageBody.js';
import { InteractionError } from '../discord/receivedInteraction.js';
import { fetchPosted } from '../discord/share.js';
import { refuse } from './refusal.js';
import { type SignatureFault, signatureCheck } from './requestSignature.js';

/** Why an interaction was turned away. */
export type InteractionFault = SignatureFault | 'too-large' | 'malformed';

export interface InteractionRoutesOptions {
  /** 64 hexadecimal digits: whose signature is taken for Discord's. */
  readonly publicKey: string;
  readonly dispatcher: Dispatcher;
  readonly followUp: (message: FollowUp) => Promise<void>;
  /** Gets a file that comes with a command; left out: none is taken. */
  readonly fetchFile?: FileFetch;
  readonly log: AnswerLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onRefused: (fault: InteractionFault) => void;
}

/** What runs a route: Node's response, where there is one. */
type Bindings = { Bindings: { readonly outgoing?: ServerResponse } };

/** In bytes. An interaction with the longest message that Discord allows has a tenth of it. */
const LONGEST_BODY = 100_000;

const SENTENCES: Readonly<Record<SignatureFault, string>> = {
  unsigned: 'Only Discord may ask here: X-Signature-Ed25519 and X-Signature-Timestamp are missing or no signature.',
  stale: 'This was signed more than five minutes ago, or this clock is wrong.',
  altered: 'The signature does not fit: check that DISCORD_PUBLIC_KEY is the public key of this application.',
  replayed: 'This was sent before, and is answered once.',
};

/** `POST /interactions`: what Discord sends to an application's interactions endpoint. */
export function interactionRoutes(options: InteractionRoutesOptions): Hono<Bindings> {
  const { publicKey, dispatcher, followUp, fetchFile, log, now, onRefused } = options;
  const faultOf = signatureCheck({ publicKey, now });
  const delayOf = delayClock();
  const routes = new Hono<Bindings>();

  const limit = bodyLimit({
    maxSize: LONGEST_BODY,
    onError: (context) => {
      onRefused('too-large');
      return refuse(context, 413, `An interaction has at most ${LONGEST_BODY} bytes.`);
    },
  });
  routes.post('/interactions', limit, async (context) => {
    const since = performance.now();
    const body = new Uint8Array(await context.req.arrayBuffer());
    const fault = await faultOf({
      signature: context.req.header('x-signature-ed25519'),
      timestamp: context.req.header('x-signature-timestamp'),
      body,
    });
    if (fault) {
      onRefused(fault);
      return refuse(context, 401, SENTENCES[fault]);
    }
    try {
      const answer = await firstAnswer(readJson(body), since, context.env?.outgoing);
      if (answer) return responseOf(answer);
      return refuse(context, 500, 'This could not be answered; the log says why.');
    } catch (error) {
      if (!(error instanceof InteractionError)) throw error;
      onRefused('malformed');
      return refuse(context, 400, error.message);
    }
  });
  return routes;

  /** The first answer, as soon as there is one; what follows it goes on. Null when none could be given. */
  async function firstAnswer(
    raw: unknown,
    since: number,
    outgoing: ServerResponse | undefined,
  ): Promise<InteractionAnswer | null> {
    return new Promise((resolve, reject) => {
      const everything = receiveInteraction(raw, dispatcher, {
        respond: async (answer) => {
          resolve(answer);
          if (outgoing) await sent(outgoing);
        },
        followUp,
        fetchPicture: fetchPosted,
        since,
        delayOf,
        fetchFile,
      });
      everything.then(() => resolve(null), reject);
      everything.catch((error: unknown) => {
        if (error instanceof InteractionError) return;
        log.error({ error: describeError(error) }, 'an interaction could not be handled');
      });
    });
  }
}

/** @throws InteractionError for what is no JSON in UTF-8 */
function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new InteractionError('This is no JSON.');
  }
}

function responseOf({ response, files }: InteractionAnswer): Response {
  const body = encodeBody(response, files);
  return new Response(body, typeof body === 'string' ? { headers: { 'content-type': 'application/json' } } : {});
}

/** Resolves when a response has left. @throws Error when nobody waited for it */
async function sent(outgoing: ServerResponse): Promise<void> {
  if (!outgoing.writableFinished && !outgoing.destroyed) await once(outgoing, 'close');
  if (!outgoing.writableFinished) throw new Error('Discord hung up before the answer');
}
