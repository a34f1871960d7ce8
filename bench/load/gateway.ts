import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayCloseCodes } from 'discord.js';
import { drawTable } from '../../src/terminal/table.js';
import { type LocalDiscord, startDiscord } from '../../tests/discord/server.js';
import { type BotProcess, startBotProcess } from './botProcess.js';

/** Something that goes wrong with the connection while people ask. */
interface Trouble {
  readonly name: string;
  /** Seconds in which people ask, at the full time. */
  readonly seconds: number;
  /** Makes it go wrong; ends before the asking does. @param seconds how long people ask */
  cause(discord: LocalDiscord, seconds: number): Promise<void>;
  /** True: Discord gives the session up with it, so that what happens without a connection is never brought. */
  readonly losesSession?: boolean;
}

const ASKED_A_SECOND = 10;
/** Discord's patience would hide whether what it brings again is answered: so it waits. */
const DEADLINE_MS = 60_000;
/** So that a connection that is dead is found to be within seconds. */
const HEARTBEAT_MS = 2_000;
const SETTLED_WITHIN_MS = 30_000;

/** Codes after which the client identifies anew. */
const NEW_SESSION_AFTER = new Set([4_003, 4_005, 4_007, 4_008, 4_009]);

const TROUBLES: readonly Trouble[] = [
  {
    name: 'socket dropped every second',
    seconds: 60,
    async cause(discord, seconds) {
      for (let second = 0; second < seconds - 1; second++) {
        await sleep(1_000);
        discord.dropSocket();
      }
    },
  },
  { name: 'opcode 7', seconds: 5, cause: soon((discord) => discord.requestReconnect()) },
  { name: 'opcode 9, resumable', seconds: 10, cause: soon((discord) => discord.invalidateSession(true)) },
  { name: 'opcode 9, lost', seconds: 10, losesSession: true, cause: soon((discord) => discord.invalidateSession()) },
  ...[4_000, 4_001, 4_002, 4_003, 4_005, 4_007, 4_008, 4_009].map(
    (code): Trouble => ({
      name: `closed with ${code}`,
      seconds: 8,
      losesSession: NEW_SESSION_AFTER.has(code),
      cause: soon((discord) => discord.closeSockets(code as GatewayCloseCodes)),
    }),
  ),
  {
    name: 'hello late by 4 s',
    seconds: 10,
    async cause(discord) {
      await sleep(1_000);
      discord.become({ helloAfter: 4_000 });
      discord.dropSocket();
      await sleep(3_000);
      discord.become({ helloAfter: 0 });
    },
  },
  {
    name: 'heartbeats not acknowledged',
    seconds: 15,
    async cause(discord) {
      discord.become({ acknowledges: false });
      await sleep(8_000);
      discord.become({ acknowledges: true });
    },
  },
  {
    name: 'cut off',
    seconds: 40,
    async cause(discord, seconds) {
      await sleep(1_000);
      discord.become({ isCutOff: true });
      await sleep((seconds - 1) * 750);
      discord.become({ isCutOff: false });
    },
  },
];

function soon(cause: (discord: LocalDiscord) => void): Trouble['cause'] {
  return async (discord) => {
    await sleep(1_000);
    cause(discord);
  };
}

/**
 * Has people ask while the connection is in trouble, one kind after another, and counts what was brought to the bot and what it answered.
 * @param share of the full times; 1 takes some four minutes
 */
export async function measureGateway(share: number): Promise<string> {
  const discord = await startDiscord({ deadline: DEADLINE_MS, heartbeatInterval: HEARTBEAT_MS });
  const bot = startBotProcess(discord);
  const rows = [['', 'asked', 'answered', 'twice', 'never', 'connected again after, s']];
  try {
    await discord.until(() => /commands registered/.test(bot.output()), 'the bot did not start', SETTLED_WITHIN_MS);
    for (const trouble of TROUBLES) rows.push(await endure(discord, bot, trouble, share));
    const closed = await closeForGood(discord, bot);
    return `${drawTable(rows)}\n${closed}`;
  } finally {
    bot.child.kill('SIGKILL');
    await discord.stop();
  }
}

async function endure(discord: LocalDiscord, bot: BotProcess, trouble: Trouble, share: number): Promise<string[]> {
  const { name, cause, losesSession = false } = trouble;
  const seconds = Math.max(8, Math.round(trouble.seconds * share));
  const [before, refusedBefore] = [discord.interactions.length, discord.rejected().length];
  const asked: Promise<unknown>[] = [];
  const begun = performance.now();
  const causing = cause(discord, seconds);
  while (performance.now() - begun < seconds * 1_000) {
    // What is asked while Discord has no session of the bot's is brought to nobody.
    const canCome = losesSession ? discord.connected() > 0 : discord.sessions() > 0;
    if (canCome) asked.push(discord.runCommand('ask', { question: 'who met Kim' }).catch(() => null));
    await sleep(1_000 / ASKED_A_SECOND);
  }
  await causing;
  const ended = performance.now();
  await discord.until(() => discord.connected() > 0, `${name}: no connection any more; ${bot.output()}`, 70_000);
  const again = (performance.now() - ended) / 1_000;
  const mine = () => discord.interactions.slice(before);
  await discord
    .until(() => mine().every(({ answeredAfter }) => answeredAfter !== null), 'unanswered', SETTLED_WITHIN_MS)
    .catch(() => {});
  const never = mine().filter(({ answeredAfter }) => answeredAfter === null).length;
  const twice = discord.rejected().length - refusedBefore;
  return [name, String(mine().length), String(mine().length - never), String(twice), String(never), again.toFixed(1)];
}

/** With 4004 Discord says that the token is no longer good: then the bot has to end, with a sentence. */
async function closeForGood(discord: LocalDiscord, { child, output }: BotProcess): Promise<string> {
  discord.closeSockets(GatewayCloseCodes.AuthenticationFailed);
  await discord.until(() => child.exitCode !== null, 'the bot goes on without a token');
  const sentence = output().trim().split('\n').at(-1) ?? '';
  return `Closed with 4004, it ended with status ${child.exitCode}: ${sentence}`;
}
