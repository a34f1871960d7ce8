import type { Command } from '../../commands/parts/command.js';
import type { Config } from '../config.js';
import { DiscordError } from '../discord/errors.js';
import type { Examination } from '../discord/examination.js';
import type { Finding } from './finding.js';
import { looksLikeToken } from './tokenShape.js';

/** Beyond this much, times in the log mislead and signatures are taken for old ones. */
const CLOCK_TOLERANCE_MS = 60_000;
/** Of the 1,000 sessions a day a healthy bot needs a few. */
const FEW_SESSIONS = 100;

/** Looks at how Dateline gets to Discord, and asks Discord about it where there is a token. Never repeats the token. */
export async function examineDiscord(config: Config, commands: readonly Command[]): Promise<Finding[]> {
  const { discord, web } = config;
  const { token } = discord;
  if (token === null && web.publicKey !== null) {
    return [
      ok(
        'over HTTP alone, as DISCORD_PUBLIC_KEY is set and DISCORD_TOKEN is not. docs/HTTP.md says what Discord has to know.',
      ),
    ];
  }
  if (token === null) return [ok('off, as DISCORD_TOKEN is not set. README.md says how to connect.')];
  try {
    // It takes a while to load, which a look without a token should not pay.
    const { examineBot } = await import('../discord/examination.js');
    return describe(await examineBot({ ...discord, token, publicKey: web.publicKey, commands }), discord.guildId);
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    return [unreachable(error, token)];
  }
}

/** A wrong token is in the way; a network that is off is not this machine's fault, and may be there at the start. */
function unreachable({ message, isForOwner }: DiscordError, token: string): Finding {
  if (isForOwner) return { check: 'Discord', status: 'broken', message };
  if (!looksLikeToken(token)) {
    return attention(
      `DISCORD_TOKEN does not look like a bot token: copy it again from the Bot page of your application. ${message}`,
    );
  }
  return {
    check: 'Discord',
    status: 'unchecked',
    message: `DISCORD_TOKEN looks like a bot token; whether it is valid could not be asked. ${message}`,
  };
}

function describe(
  { application, commands, servers, sessions, clockAheadMs }: Examination,
  guildId: string | null,
): Finding[] {
  const findings = [
    ok(`DISCORD_TOKEN is that of ${application.name || 'your application'}; no privileged intent is needed.`),
  ];
  if (!application.hasPublicKey) {
    findings.push({
      check: 'Discord',
      status: 'broken',
      message: 'DISCORD_PUBLIC_KEY is the key of another application than DISCORD_TOKEN: copy both from one.',
    });
  }
  if (commands === 'other')
    findings.push(attention('it has other commands than this Dateline; the next start mends that.'));
  if (commands === 'no-access') {
    findings.push(attention(`the bot is not in the server ${guildId} of DISCORD_GUILD_ID: invite it, or mend that.`));
  }
  if (servers.lackPermission > 0) {
    findings.push(
      attention(
        `in ${servers.lackPermission} of ${servers.asked} servers the bot lacks a permission that an answer needs: follow the invite link again.`,
      ),
    );
  }
  if (sessions.remaining < FEW_SESSIONS) {
    findings.push(
      attention(
        `only ${sessions.remaining} of ${sessions.total} connections are left for today: another Dateline with this token, or one that restarts for ever, uses them up.`,
      ),
    );
  }
  if (clockAheadMs !== null && Math.abs(clockAheadMs) > CLOCK_TOLERANCE_MS) {
    const seconds = Math.round(Math.abs(clockAheadMs) / 1_000);
    const message = `this machine's is ${seconds} s ${clockAheadMs > 0 ? 'ahead of' : 'behind'} Discord's: have it set by NTP.`;
    findings.push({ check: 'Clock', status: 'attention', message });
  }
  return findings;
}

function ok(message: string): Finding {
  return { check: 'Discord', status: 'ok', message };
}

function attention(message: string): Finding {
  return { check: 'Discord', status: 'attention', message };
}
