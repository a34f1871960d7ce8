import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Command } from '../../commands/parts/command.js';
import { withEvents } from '../../commands/parts/eventOption.js';
import type { Archive } from '../archive.js';
import type { OfferedCorpora } from '../discord/chosenCorpus.js';
import { declareCommand } from '../discord/declaration.js';
import type { Dispatcher } from '../discord/dispatcher.js';
import type { Drawn } from '../discord/draw.js';
import { type HeardMessage, questionIn } from '../discord/heardMessage.js';
import { answerInteraction, type InteractionAnswer } from '../discord/interactions.js';
import { messageBody } from '../discord/messageBody.js';
import { INTERACTION, RESPONSE } from '../discord/protocol.js';
import { InteractionError } from '../discord/receivedInteraction.js';
import { projectFolder } from '../projectFolder.js';
import { describeCorpus, describeProblems } from '../terminal/corpusSummary.js';
import { articleText } from './articleText.js';
import { pageFiles } from './pageFiles.js';
import { withPictures } from './pageMessage.js';
import { clientOf, sameOriginOnly, secureHeaders } from './pageSecurity.js';
import { rateLimit } from './rateLimit.js';
import { refuse } from './refusal.js';

export interface PlaygroundOptions {
  readonly archive: Archive;
  /** Several corpora, of which `archive` is the first; absent: there is that one. */
  readonly corpora?: OfferedCorpora | undefined;
  readonly commands: readonly Command[];
  /** Draws citations that lead to `page`. */
  readonly dispatcher: Dispatcher;
  /** The page's own address, without a slash at its end. */
  readonly page: string;
  /** The address that is bound. */
  readonly host: string;
  readonly publicUrl: string | null;
  /** Milliseconds, of any beginning; the system's clock unless told. */
  readonly now?: () => number;
  /** Where the build puts the page. */
  readonly folder?: string;
}

/** Whom the page mentions. Discord's ids begin with the day on which they were made; this one is from its first. */
const BOT_ID = '100000000000000000';

/** Somebody who reads asks a few times a minute; typing asks for suggestions with many a key, and looking is as quick. */
const LOOKING_COST = 1;
const ASKING_COST = 5;
/** 60 questions at once, and then one a second. */
const LIMIT = { burst: 60 * ASKING_COST, perSecond: ASKING_COST };
/** In bytes: a message that is shared comes with its picture. */
const LONGEST_BODY = 2_000_000;

/** The page to try Dateline on, and what it asks for. It sends Discord's own objects, and gets Discord's own answers. */
export function playgroundRoutes(options: PlaygroundOptions): Hono {
  const { archive, corpora, commands, dispatcher, page, host, publicUrl, now = () => performance.now() } = options;
  const files = pageFiles(options.folder ?? join(projectFolder(), 'dist', 'web'));
  const take = rateLimit({ ...LIMIT, now });

  const routes = new Hono();
  // Whoever mounts it deals with what goes wrong, as with its other routes.
  routes.onError((error) => {
    throw error;
  });
  routes.notFound((context) => refuse(context, 404, 'Nothing is here.'));
  for (const path of ['/', '/assets/*', '/playground/*'])
    routes.use(path, secureHeaders, sameOriginOnly(host, publicUrl));
  // Before anything that was sent is read.
  routes.use('/playground/*', async (context, next) => tooMany(context, LOOKING_COST) ?? next());
  const tooLarge = (context: Context) => refuse(context, 413, 'That is more than anybody has to ask.');
  routes.use('/playground/*', bodyLimit({ maxSize: LONGEST_BODY, onError: tooLarge }));

  routes.get('/', (context) => files.index(context));
  routes.get('/assets/:name', async (context) => {
    const response = await files.asset(context, context.req.param('name'));
    return response ?? refuse(context, 404, 'Nothing is here.');
  });

  routes.get('/playground/corpus', async (context) => {
    const names = corpora?.names ?? [];
    const summary = describeCorpus(archive.size, await archive.catalogue());
    return context.json({
      page,
      botId: BOT_ID,
      summary: names.length > 0 ? `${names.join(', ')}. Of the first: ${summary}` : summary,
      problems: describeProblems(archive.problems),
      commands: withEvents(commands, names).map((command) => declareCommand(command, false)),
    });
  });

  routes.get('/playground/examples', async (context) => context.json(await archive.examples()));

  routes.get('/playground/article', async (context) => {
    const [id, event] = [context.req.query('id'), context.req.query('of')];
    const asked = event === undefined ? archive : corpora?.of(event)?.archive;
    const article = id === undefined ? null : await asked?.article(id);
    if (!asked || !article) return refuse(context, 404, 'There is no such article here, or no longer.');
    return context.json(articleText(article, asked.problems));
  });

  routes.post('/playground/interactions', async (context) => {
    const raw: unknown = await context.req.json().catch(() => null);
    return answer(context, isTyping(raw) ? LOOKING_COST : ASKING_COST, () => answerInteraction(raw, dispatcher));
  });

  routes.post('/playground/messages', async (context) => {
    const raw: unknown = await context.req.json().catch(() => null);
    return answer(context, ASKING_COST, () => answerMessage(readMessage(raw)));
  });
  return routes;

  /** Says so where an address asks too much at once; null where it does not. */
  function tooMany(context: Context, cost: number): Response | null {
    const wait = cost > 0 ? take(clientOf(context), cost) : 0;
    if (wait === 0) return null;
    context.header('retry-after', String(wait));
    return refuse(context, 429, `That was a lot of questions at once. Please go on in ${wait} s.`);
  }

  /** Answers within the limit, and says how long that took. @param cost all of it; that of looking is taken already */
  async function answer(context: Context, cost: number, work: () => Promise<InteractionAnswer>): Promise<Response> {
    const refused = tooMany(context, cost - LOOKING_COST);
    if (refused) return refused;
    const begun = now();
    try {
      const given = await work();
      context.header('server-timing', `answer;dur=${(now() - begun).toFixed(1)}`);
      context.header('cache-control', 'no-store');
      return context.json(withPictures(given));
    } catch (error) {
      if (error instanceof InteractionError) return refuse(context, 400, error.message);
      throw error;
    }
  }

  /** As a mention on Discord, whose answer here comes back as the response. */
  async function answerMessage(message: HeardMessage): Promise<InteractionAnswer> {
    const question = questionIn(message, BOT_ID);
    if (question === null) throw new InteractionError('That asks nothing of Dateline: it is not mentioned.');
    let drawn: Drawn | null = null;
    await dispatcher.mention(question, {
      defer: async () => undefined,
      deliver: async (reply) => {
        drawn = reply;
      },
    });
    const { embeds, components, files: pictures }: Drawn = drawn ?? { embeds: [], components: [], files: [] };
    const data = messageBody({ embeds, components, files: pictures });
    return { response: { type: RESPONSE.message, data }, files: pictures };
  }
}

function isTyping(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'type' in raw && raw.type === INTERACTION.autocomplete;
}

/** Discord's longest message. */
const MESSAGE_SCHEMA = z.object({ content: z.string().max(4_000), type: z.int() });

/** What is read of a message that the page sends. @throws InteractionError when it is none */
function readMessage(raw: unknown): HeardMessage {
  const checked = MESSAGE_SCHEMA.safeParse(raw);
  if (!checked.success) throw new InteractionError('This is no message as Discord sends it.');
  const { content, type } = checked.data;
  const author = { id: '0', username: 'you', discriminator: '0', global_name: null, avatar: null };
  return { id: '0', channel_id: '0', author, content, mention_everyone: false, type };
}
