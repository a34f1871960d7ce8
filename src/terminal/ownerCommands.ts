import type { Command as Program } from 'commander';
import type { Environment } from '../config.js';
import { withDotenv } from '../settings/dotenvSettings.js';
import { initialize, type TokenCheck } from './init.js';
import { openRespondent } from './respondent.js';

/** What the subcommands need of the command line. */
export interface OwnerTools {
  /** Path of the `.env` file. */
  readonly dotenv: string;
  readonly environment: Environment;
  /** Runs what `npm start` runs, and gives its exit status. */
  readonly start: () => Promise<number>;
  readonly done: (status: number) => void;
}

/** Adds the subcommands with which a run begins: init, start. */
export function addOwnerCommands(program: Program, { dotenv, environment, start, done }: OwnerTools): void {
  program
    .command('init')
    .description('Ask for what a start needs, check it and write it into .env')
    .addHelpText(
      'after',
      '\nIt asks for the token of the bot and for the folder of articles. Answers may be piped in, one a line.',
    )
    .action(async () => {
      const { stdin: input, stdout: output } = process;
      const respondent = openRespondent({ input, output, interactive: Boolean(input.isTTY && output.isTTY) });
      try {
        const set = withDotenv(dotenv, environment);
        await initialize({
          dotenv,
          set,
          folder: process.cwd(),
          respondent,
          checkToken: (token) => checkToken(token, set.DISCORD_API_URL?.trim() || 'https://discord.com/api'),
          say: (line) => console.log(line),
        });
        done(0);
      } finally {
        respondent.end();
        input.destroy();
      }
    });

  program
    .command('start')
    .description('Start Dateline, as npm start does: on Discord, over HTTP, or at this terminal')
    .addHelpText('after', '\nExit status: 0 stopped, 78 when the settings need mending, 1 for any other fault.')
    .action(async () => done(await start()));
}

async function checkToken(token: string, apiUrl: string): Promise<TokenCheck> {
  // It takes a while to load, which the other subcommands should not pay.
  const { readApplication } = await import('../discord/application.js');
  const { LastingRest } = await import('../discord/restClient.js');
  const { explainFailure } = await import('../discord/errors.js');
  const { inviteLinkOf } = await import('../discord/invite.js');
  try {
    const { id, name } = await readApplication(new LastingRest({ apiUrl, token, retries: 1 }));
    return { outcome: 'known', name, inviteLink: inviteLinkOf(id) };
  } catch (error) {
    const { message, isForOwner } = explainFailure(error, apiUrl);
    return { outcome: isForOwner ? 'refused' : 'unchecked', reason: message };
  }
}
