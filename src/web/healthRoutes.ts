import { Hono } from 'hono';

/** How the connection to Discord's gateway is; `off` where there is none to be. */
export type GatewayState = 'off' | 'connecting' | 'connected';

export interface Health {
  readonly corpus: 'open' | 'closing';
  readonly gateway: GatewayState;
}

/** `GET /healthz`: 200 when everything that is used is ready, else 503; the JSON says which part is how. */
export function healthRoutes(health: () => Health): Hono {
  return new Hono().get('/healthz', (context) => {
    const { corpus, gateway } = health();
    const notReady = [
      ...(corpus === 'open' ? [] : [`the corpus is ${corpus}`]),
      ...(gateway === 'connecting' ? ['Discord is not connected'] : []),
    ];
    const isReady = notReady.length === 0;
    context.header('cache-control', 'no-store');
    return context.json({ ready: isReady, corpus, gateway, notReady }, isReady ? 200 : 503);
  });
}
