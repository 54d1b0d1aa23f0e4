import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Installation } from '../runtime/installation.ts';

/**
 * `/healthz`: the process lives. `/readyz`: it can answer, so its databases do. `/metrics`: for
 * Prometheus, from the same machine only.
 */
export function mountHealth(app: FastifyInstance, installation: Installation): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'bereg_request_seconds',
    help: 'Time to answer a request, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  registry.registerMetric(
    new Gauge({
      name: 'bereg_live_screens',
      help: 'Screens that hear live updates',
      registers: [],
      collect() {
        this.set(installation.operators.reduce((sum, one) => sum + (one.hub?.size ?? 0), 0));
      },
    }),
  );
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'other';
    const labels = { method: request.method, route, status: reply.statusCode };
    seconds.observe(labels, reply.elapsedTime / 1000);
    done();
  });
  app.get('/healthz', { exposeHeadRoute: true }, () => ({ ok: true }));
  app.get('/readyz', { exposeHeadRoute: true }, async (_request, reply) => {
    const checks = installation.operators.map((one) => one.pool.query('select 1'));
    const settled = await Promise.allSettled(checks);
    const isReady = settled.every((check) => check.status === 'fulfilled');
    return reply.status(isReady ? 200 : 503).send({ ok: isReady });
  });
  app.get('/metrics', async (request, reply) => {
    // A proxy on the same machine brings visitors from everywhere.
    const isPassedOn = 'x-forwarded-for' in request.headers || 'forwarded' in request.headers;
    const isLocal = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip);
    if (!isLocal || isPassedOn) return reply.callNotFound();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
