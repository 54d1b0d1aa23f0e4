import type { FastifyInstance } from 'fastify';
import type { Installation } from '../runtime/installation.ts';
import { languageOf } from './failures.ts';
import { sendProblem, toProblem } from './problem.ts';

/** Asked by watchers of the machine, which call it by whatever name. */
const ofMachine: readonly (string | undefined)[] = ['/healthz', '/readyz', '/metrics'];

/** Where several operators stand side by side, a name that none of them has is answered by none. */
export function refuseUnknownHosts(app: FastifyInstance, installation: Installation): void {
  app.addHook('onRequest', (request, reply, done) => {
    const isKnown = installation.operatorNamed(request.hostname) !== null;
    if (isKnown || ofMachine.includes(request.routeOptions.url)) return done();
    const texts = installation.door.texts[languageOf(request)];
    void sendProblem(reply, toProblem({ code: 'kernel.unknown_host' }, 421, texts));
  });
}
