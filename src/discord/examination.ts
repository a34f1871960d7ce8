import { RESTEvents } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Command } from '../../commands/parts/command.js';
import { readApplication } from './application.js';
import { codeOf, explainFailure } from './errors.js';
import { readGatewayAddress } from './gatewayAddress.js';
import { PERMISSIONS } from './invite.js';
import { commandsDiffer, MISSING_ACCESS } from './registration.js';
import { LastingRest } from './restClient.js';

export interface ExaminationOptions {
  readonly token: string;
  /** The one server whose commands are set; null: everywhere. */
  readonly guildId: string | null;
  readonly apiUrl: string;
  readonly publicKey: string | null;
  readonly commands: readonly Command[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** What can be asked of Discord about a bot without connecting it. */
export interface Examination {
  readonly application: { readonly name: string; readonly hasPublicKey: boolean };
  /** Whether Discord has other commands than ours; `no-access`: the bot is not in its one server. */
  readonly commands: 'same' | 'other' | 'no-access';
  readonly servers: { readonly asked: number; readonly lackPermission: number };
  /** Sessions that may still be begun today, of so many. */
  readonly sessions: { readonly remaining: number; readonly total: number };
  /** Milliseconds by which this machine's clock is ahead; null where it is not known. */
  readonly clockAheadMs: number | null;
}

/** Somebody waits at a terminal. */
const TIMEOUT_MS = 5_000;

const SERVERS = z.array(z.object({ permissions: z.string().regex(/^\d+$/) }));

/** Asks Discord about the bot of a token. @throws DiscordError with one sentence; `isForOwner` when the token is wrong */
export async function examineBot(options: ExaminationOptions): Promise<Examination> {
  const { token, guildId, apiUrl, publicKey, commands, now = Date.now } = options;
  const rest = new LastingRest({ apiUrl, token, retries: 0, timeout: TIMEOUT_MS });
  let clockAheadMs: number | null = null;
  rest.on(RESTEvents.Response, (_request, response) => {
    const there = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(there)) clockAheadMs = now() - there;
  });
  try {
    const { id, name, verify_key: key } = await readApplication(rest);
    const differ = await commandsDiffer(rest, id, guildId, commands).catch((error: unknown) => {
      if (codeOf(error) !== MISSING_ACCESS) throw error;
      return null;
    });
    const servers = SERVERS.parse(await rest.get(Routes.userGuilds()));
    const { session_start_limit: sessions } = (await readGatewayAddress(rest)).information;
    return {
      application: {
        name,
        hasPublicKey: publicKey === null || key === undefined || key.toLowerCase() === publicKey,
      },
      commands: differ === null ? 'no-access' : differ ? 'other' : 'same',
      servers: {
        asked: servers.length,
        lackPermission: servers.filter(({ permissions }) => !mayAnswer(BigInt(permissions))).length,
      },
      sessions,
      clockAheadMs,
    };
  } catch (error) {
    throw explainFailure(error, apiUrl);
  }
}

const ADMINISTRATOR = 1n << 3n;

function mayAnswer(permissions: bigint): boolean {
  return (permissions & ADMINISTRATOR) !== 0n || (permissions & PERMISSIONS) === PERMISSIONS;
}
