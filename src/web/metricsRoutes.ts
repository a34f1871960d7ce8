import { Hono } from 'hono';
import type { Metrics } from './metrics.js';

/** `GET /metrics`, for Prometheus. */
export function metricsRoutes(metrics: () => Promise<Metrics>): Hono {
  return new Hono().get('/metrics', async (context) => {
    const { contentType, text } = await (await metrics()).read();
    return context.body(text, 200, { 'content-type': contentType, 'cache-control': 'no-store' });
  });
}
