import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { DealtWith } from '../discord/answerLog.js';
import type { GatewayState } from './healthRoutes.js';
import type { InteractionFault } from './interactionRoutes.js';

/** What is counted, in the format of Prometheus. No label holds what anybody wrote, or a user's or server's id. */
export interface Metrics {
  observe(dealt: DealtWith): void;
  refused(fault: InteractionFault): void;
  /** Its format's name and the metrics as they stand. */
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
}

export interface MetricsOptions {
  readonly size: () => { readonly articles: number; readonly passages: number };
  readonly gateway: () => GatewayState;
}

/** In seconds: an answer takes milliseconds, is deferred after 1.5 s, and 3 s are the end of Discord's patience. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 10];
const GATEWAY_STATES: readonly GatewayState[] = ['off', 'connecting', 'connected'];

export function createMetrics({ size, gateway }: MetricsOptions): Metrics {
  const register = new Registry();
  const registers = [register];
  // The event loop's delay, memory, processor time.
  collectDefaultMetrics({ register });
  const answers = new Counter({
    name: 'dateline_answers_total',
    help: 'Requests that were dealt with, by command and by what became of them.',
    labelNames: ['command', 'outcome'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'dateline_answer_duration_seconds',
    help: 'From a request to its delivered reply.',
    labelNames: ['command'] as const,
    buckets: BUCKETS,
    registers,
  });
  const refusals = new Counter({
    name: 'dateline_interactions_refused_total',
    help: 'Requests to /interactions that were turned away, by reason.',
    labelNames: ['reason'] as const,
    registers,
  });
  new Gauge({
    name: 'dateline_gateway',
    help: "The state of the connection to Discord's gateway: 1 for the one that it is in.",
    labelNames: ['state'] as const,
    registers,
    collect() {
      for (const state of GATEWAY_STATES) this.set({ state }, Number(state === gateway()));
    },
  });
  new Gauge({
    name: 'dateline_articles',
    help: 'Articles in the corpus.',
    registers,
    collect() {
      this.set(size().articles);
    },
  });
  new Gauge({
    name: 'dateline_passages',
    help: 'Passages in the corpus.',
    registers,
    collect() {
      this.set(size().passages);
    },
  });
  return {
    observe({ command, outcome, milliseconds }) {
      answers.inc({ command, outcome });
      durations.observe({ command }, milliseconds / 1_000);
    },
    refused: (reason) => refusals.inc({ reason }),
    read: async () => ({ contentType: register.contentType, text: await register.metrics() }),
  };
}
