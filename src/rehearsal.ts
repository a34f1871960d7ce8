import { z } from 'zod';
import { forEverybody } from '../commands/parts/command.js';
import { loadCommands } from '../commands/parts/load.js';
import { openArchive } from './archive.js';
import { Dispatcher } from './discord/dispatcher.js';
import { seedsFolder } from './projectFolder.js';
import { quietLog } from './terminal/log.js';
import { playgroundRoutes } from './web/playground.js';

/** It goes all the way to a drawn answer, whatever the articles are. */
const QUESTION = 'Who met the minister on Thursday?';
const HOST = '127.0.0.1';

/**
 * Does once what a start and a first question on the page do, without a port. V8 compiles a function when it is first called, and what is
 * compiled by then is kept with the joined program (`src/bundle.mjs`).
 * @throws Error when the page answers otherwise than it should
 */
export async function rehearse(): Promise<void> {
  const archive = await openArchive(seedsFolder(), { reader: false, snapshots: null });
  const commands = forEverybody(await loadCommands());
  const dispatcher = new Dispatcher({ archive, commands, logger: quietLog('error', console.error) });
  const page = `http://${HOST}`;
  const routes = playgroundRoutes({ archive, commands, dispatcher, page, host: HOST, publicUrl: null });
  const ask = async (path: string, message?: object): Promise<unknown> => {
    const headers = { host: HOST, origin: page, 'content-type': 'application/json' };
    const sent = message ? { method: 'POST', headers, body: JSON.stringify(message) } : { headers };
    const response = await routes.request(`/playground/${path}`, sent);
    if (!response.ok) throw new Error(`the page refused in the rehearsal: ${await response.text()}`);
    return response.json();
  };
  try {
    const { botId } = z.object({ botId: z.string() }).parse(await ask('corpus'));
    await ask('messages', { content: `<@${botId}> ${QUESTION}`, type: 0 });
  } finally {
    await archive.close();
  }
}
