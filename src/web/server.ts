import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { type Command, forEverybody } from '../../commands/parts/command.js';
import type { Archive } from '../archive.js';
import type { Config } from '../config.js';
import type { CorpusKeeper } from '../corpusKeeper.js';
import type { AnswerLog, DealtWith } from '../discord/answerLog.js';
import { attachmentsOf } from '../discord/attachedFile.js';
import type { OfferedCorpora, ServerSetting } from '../discord/chosenCorpus.js';
import { Dispatcher } from '../discord/dispatcher.js';
import { codeOf, describeError } from '../discord/errors.js';
import { RequestQueue } from '../discord/requestQueue.js';
import type { AccessSettings } from '../settings/access.js';
import { type GatewayState, healthRoutes } from './healthRoutes.js';
import type { InteractionFault } from './interactionRoutes.js';
import type { Metrics, MetricsOptions } from './metrics.js';
import { metricsRoutes } from './metricsRoutes.js';
import type { PlaygroundOptions } from './playground.js';
import { refuse } from './refusal.js';
import { webhookOf } from './webhook.js';

/** HTTP cannot be served, said in one sentence for the owner. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
}

export interface ServerOptions {
  readonly web: Config['web'];
  /** Such as `https://discord.com/api`: where deferred answers are filled in. */
  readonly apiUrl: string;
  /** Who may ask how much on Discord, and where; everybody everywhere unless told. */
  readonly access?: AccessSettings;
  readonly archive: Archive;
  /** Several corpora, of which `archive` is the first; absent: there is that one. */
  readonly corpora?: (OfferedCorpora & { readonly size: ReturnType<MetricsOptions['size']> }) | undefined;
  readonly commands: readonly Command[];
  /** What changes the corpus, for those on Discord who may; absent: nobody may. */
  readonly keeper?: CorpusKeeper | undefined;
  /** What is set for servers on Discord; absent: nothing is. */
  readonly servers?: ServerSetting | undefined;
  readonly logger: AnswerLog;
  readonly gateway: () => GatewayState;
  /** Milliseconds since 1970; the system's clock unless told. */
  readonly now?: () => number;
}

export interface WebServer {
  /** Where it is reached from this machine: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Runs the commands of every way in, so that all of them are counted. */
  readonly dispatcher: Dispatcher;
  /** Takes no more, finishes what is being answered, and closes; within 5 s. */
  close(): Promise<void>;
}

/** Less than the 5 s in which a stopped process has to be gone. */
const FINISH_TIMEOUT_MS = 3_500;
const LAST_WORDS_MS = 500;
/** Whoever sends slower than this only holds a connection. */
const REQUEST_TIMEOUT_MS = 10_000;
/** Addresses that stand for all of a machine. */
const EVERY_ADDRESS = new Set(['0.0.0.0', '::']);

/** The package that counts takes long to load, and neither a start nor the first answers should wait for it. */
const LOAD_METRICS_AFTER_MS = 3_000;

/**
 * Serves HTTP: `/healthz`, `/metrics`, with a public key `/interactions`, and the page where that is wanted.
 * @throws ServerError with one sentence that names the setting to change
 */
export async function startServer(options: ServerOptions): Promise<WebServer> {
  const { web, apiUrl, archive, corpora, commands, keeper, logger, gateway, now = Date.now } = options;
  let isClosing = false;
  const { metrics, load } = lazyMetrics({ size: () => (corpora ?? archive).size, gateway });
  const count = (into: (metrics: Metrics) => void) =>
    void metrics
      .then(into)
      .catch((error: unknown) => logger.warn({ error: describeError(error) }, 'a metric could not be counted'));
  const observe = (dealt: DealtWith) => count((into) => into.observe(dealt));
  // One for all ways in, since they share the processor.
  const shared = { archive, corpora, commands, logger, observe, queue: new RequestQueue() };
  const dispatcher = new Dispatcher({
    ...shared,
    keeper,
    servers: options.servers,
    articlePage: web.publicUrl,
    access: options.access,
  });

  const app = new Hono();
  app.onError((error, context) => {
    logger.error({ error: describeError(error) }, 'a request over HTTP failed');
    return refuse(context, 500, 'Something went wrong here; the log says what.');
  });
  app.notFound((context) => refuse(context, 404, 'Nothing is here.'));
  app.route(
    '/',
    healthRoutes(() => ({ corpus: isClosing ? 'closing' : 'open', gateway: gateway() })),
  );
  app.route(
    '/',
    metricsRoutes(() => {
      load();
      return metrics;
    }),
  );
  if (web.publicKey !== null) {
    const onRefused = (fault: InteractionFault) => count((into) => into.refused(fault));
    const followUp = webhookOf(apiUrl);
    const { publicKey } = web;
    // With what it checks signatures by: nothing that a run without should load.
    const { interactionRoutes } = await import('./interactionRoutes.js');
    const fetchFile = attachmentsOf(apiUrl);
    app.route('/', interactionRoutes({ publicKey, dispatcher, followUp, fetchFile, log: logger, now, onRefused }));
  }

  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS },
  }) as Server;
  const url = urlOf(web.host, await listen(server, web));
  // Only now is it known where the page is, and no request can have come in between.
  const { host, publicUrl } = web;
  const address = publicUrl ?? url;
  // Nobody there has rights in a server.
  const shown = forEverybody(commands);
  const pageDispatcher = new Dispatcher({ ...shared, commands: shown, articlePage: address });
  if (web.playground) {
    const own = { archive, corpora, commands: shown, dispatcher: pageDispatcher, page: address, host, publicUrl };
    app.route('/', lazyPlayground(own));
  }
  const loading = setTimeout(load, LOAD_METRICS_AFTER_MS).unref();
  return {
    url,
    dispatcher,
    async close() {
      isClosing = true;
      clearTimeout(loading);
      const closed = once(server, 'close');
      server.close();
      const finished = Promise.all([dispatcher.finish(), pageDispatcher.finish()]);
      await Promise.race([finished, sleep(FINISH_TIMEOUT_MS, undefined, { ref: false })]);
      server.closeIdleConnections();
      // What is still being written now was answered in time.
      await Promise.race([closed, sleep(LAST_WORDS_MS, undefined, { ref: false })]);
      server.closeAllConnections();
    },
  };
}

/** Loads the page when it is first opened: most runs answer elsewhere. */
function lazyPlayground(options: PlaygroundOptions): Hono {
  let page: Promise<Hono> | null = null;
  const routes = new Hono();
  for (const path of ['/', '/assets/*', '/playground/*']) {
    routes.all(path, async (context) => {
      page ??= import('./playground.js').then(({ playgroundRoutes }) => playgroundRoutes(options));
      return (await page).fetch(context.req.raw, context.env);
    });
  }
  return routes;
}

/** Metrics that are made once `load` is called; what is to be counted until then waits for them. */
function lazyMetrics(options: MetricsOptions): { metrics: Promise<Metrics>; load: () => void } {
  let load = () => {};
  const wanted = new Promise<void>((resolve) => {
    load = resolve;
  });
  const metrics = wanted.then(() => import('./metrics.js')).then(({ createMetrics }) => createMetrics(options));
  // Whoever counts or reads says what went wrong; perhaps nobody does.
  metrics.catch(() => {});
  return { metrics, load };
}

/** @returns the port. @throws ServerError */
async function listen(server: Server, { host, port }: Config['web']): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch (error) {
    throw new ServerError(whyNot(String(codeOf(error) ?? error), host, port));
  }
}

function whyNot(code: string, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is taken by another program: set PORT to another one, or to 0 for any that is free.`;
    case 'EACCES':
      return `Port ${port} of ${host} may not be used by this user: set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is no address of this machine: set HOST to one, such as 127.0.0.1, or to 0.0.0.0 for all of them.`;
    default:
      return `HTTP cannot be served at port ${port} of ${host} (${code}): look at HOST and PORT.`;
  }
}

function urlOf(host: string, port: number): string {
  const reachable = EVERY_ADDRESS.has(host) ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
