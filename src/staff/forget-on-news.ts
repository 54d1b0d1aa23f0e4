import type { FastifyInstance } from 'fastify';
import type { Installation } from '../kernel/runtime/installation.ts';
import { forgetActors } from './known-actors.ts';
import { rightsEvents } from './live-events.ts';

/** What another process of this installation changes is felt here as soon as it is committed. */
export async function forgetOnNews(
  app: FastifyInstance,
  installation: Installation,
): Promise<void> {
  const types: ReadonlySet<string> = new Set(rightsEvents);
  for (const { hub, pool } of installation.operators) {
    const leave = await hub?.join({
      onNote: ({ type }) => {
        if (types.has(type)) forgetActors({ pool });
      },
      onCursor: () => undefined,
    });
    app.addHook('onClose', (_app, done) => {
      leave?.();
      done();
    });
  }
}
