import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { randomUUID } from 'node:crypto';
import { fastify, type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Wiring } from '../wiring.ts';
import { mountApis } from './mount.ts';
import { handleFailures } from './failures.ts';
import { refuseUnknownHosts } from './known-host.ts';
import { limitedCaller } from './limited-caller.ts';
import { securityHeaders } from './security-headers.ts';
import { serverMounts } from './entrance.ts';
import { mountHealth } from './health.ts';
import { mountReference } from './reference.ts';
import { mountLive } from '../live/route.ts';
import { mountWeb } from './web.ts';
import type { Installation } from '../runtime/installation.ts';

const BODY_LIMIT_BYTES = 1_048_576;
const UPLOAD_LIMIT_BYTES = 2 * 1024 ** 3;

/** The web role: one HTTP server for the API, live updates and the web app. */
export async function buildServer(
  installation: Installation,
  wirings: readonly Wiring[],
): Promise<FastifyInstance> {
  const { config, log, door } = installation;
  const logger: FastifyBaseLogger = log;
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    // The one proxy before us, and nothing that a caller says of itself beyond it.
    trustProxy: config.BEREG_TRUST_PROXY && ((_address: string, hop: number) => hop === 0),
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => randomUUID(),
    // By HEAD one asks for the web app's files and for health; no route of the API offers it.
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
  });
  // JSON alone is read, beside forms and files where they are declared.
  app.removeContentTypeParser('text/plain');
  const isHttps = config.BEREG_PUBLIC_URL?.startsWith('https:') ?? false;
  await app.register(helmet, securityHeaders(isHttps));
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fileSize: UPLOAD_LIMIT_BYTES } });
  await app.register(rateLimit, {
    max: 3000,
    timeWindow: '1 minute',
    keyGenerator: limitedCaller(door),
    // The limit's own error goes through the one place that makes problem details.
    errorResponseBuilder: () => Object.assign(new Error('rate'), { statusCode: 429 }),
  });
  handleFailures(app, door.texts);
  refuseUnknownHosts(app, installation);
  mountHealth(app, installation);
  for (const { piece: mount } of serverMounts.fills) await mount(app, installation);
  mountApis(app, door, wirings);
  mountReference(app, wirings);
  mountLive(app, installation);
  await mountWeb(app);
  return app;
}
