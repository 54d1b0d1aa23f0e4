import type { FastifyInstance } from 'fastify';
import type { Installation } from '../runtime/installation.ts';
import { sendProblem, toProblem } from '../http/problem.ts';

const HEARTBEAT_MS = 15_000;
/** A screen that does not read its updates is let go; it comes back by its cursor. */
const BACKLOG_LIMIT_BYTES = 1_048_576;

/**
 * `GET /api/live`: server-sent events for a signed-in screen, resumed by Last-Event-ID, which a
 * browser sends by itself, or by `?after=CURSOR`, which a screen gives when it had to begin a new
 * stream.
 */
export function mountLive(app: FastifyInstance, installation: Installation): void {
  const open = new Set<() => void>();
  app.addHook('preClose', (done) => {
    for (const close of open) close();
    done();
  });
  app.get('/api/live', async (request, reply) => {
    const ctx = await installation.door.context(request);
    if (ctx.actor.kind === 'public') {
      const texts = installation.door.texts[ctx.language];
      return sendProblem(reply, toProblem({ code: 'kernel.not_signed_in' }, 401, texts));
    }
    const hub = installation.operatorOf(request).hub;
    if (!hub) return reply.callNotFound();
    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const write = (text: string): void => {
      if (out.writableLength > BACKLOG_LIMIT_BYTES) out.destroy();
      else out.write(text);
    };
    let cursor = '';
    const { after } = request.query as { after?: unknown };
    const since = request.headers['last-event-id'] ?? after;
    write('retry: 2000\n\n');
    const leave = await hub.join(
      {
        onNote: (note) => write(`data: ${JSON.stringify(note)}\n\n`),
        onCursor: (now) => {
          if (now === cursor) return;
          cursor = now;
          write(`id: ${now}\nevent: cursor\ndata: ${now}\n\n`);
        },
      },
      typeof since === 'string' ? since : undefined,
    );
    const heartbeat = setInterval(() => {
      write(': alive\n\n');
      // Whoever was shut out or signed out since is told nothing more.
      void installation.door.context(request).then(({ actor }) => {
        if (actor.kind === 'public') close();
      }, close);
    }, HEARTBEAT_MS);
    const close = (): void => {
      clearInterval(heartbeat);
      leave();
      open.delete(close);
      out.end();
    };
    open.add(close);
    request.raw.on('close', close);
    return reply;
  });
}
