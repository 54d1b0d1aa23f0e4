import type { FastifyInstance } from 'fastify';
import type { Installation } from '../runtime/installation.ts';
import { callerOf } from '../http/limited-caller.ts';
import { sendProblem, toProblem } from '../http/problem.ts';
import { Screen } from './screen.ts';

const HEARTBEAT_MS = 15_000;
/** Windows and tabs of one person; a browser opens six at most to one address. */
const MOST_PER_CALLER = 20;
const MOST_IN_ALL = 5000;

/**
 * `GET /api/live`: server-sent events for a signed-in screen, resumed by Last-Event-ID, which a
 * browser sends by itself, or by `?after=CURSOR`, which a screen gives when it had to begin a new
 * stream. It tells what the asker's permissions and their reach allow.
 */
export function mountLive(app: FastifyInstance, installation: Installation): void {
  const open = new Map<() => void, string>();
  app.addHook('preClose', (done) => {
    for (const close of open.keys()) close();
    done();
  });
  app.get('/api/live', async (request, reply) => {
    const { door } = installation;
    const ctx = await door.context(request);
    const refuse = (code: string, status: number) =>
      sendProblem(reply, toProblem({ code }, status, door.texts[ctx.language]));
    if (!('staffId' in ctx.actor)) return refuse('kernel.not_signed_in', 401);
    const { hub } = installation.operatorOf(request);
    if (!hub) return reply.callNotFound();
    const caller = callerOf(ctx, ctx.actor);
    const own = [...open.values()].filter((one) => one === caller).length;
    if (own >= MOST_PER_CALLER || open.size >= MOST_IN_ALL) {
      return refuse('kernel.too_many_streams', 429);
    }
    reply.hijack();
    const out = reply.raw;
    const screen = new Screen(out, ctx);
    let leave = (): void => undefined;
    const heartbeat = setInterval(() => {
      // A word that a page can hear: a stream that says nothing is dead, whatever the network says.
      screen.write('event: alive\ndata: 1\n\n');
      // Whoever was shut out or signed out since is told nothing more.
      void door.contextAnew(request).then((now) => {
        if (now.actor.kind === 'public') close();
        else screen.lookAs(now);
      }, close);
    }, HEARTBEAT_MS);
    const close = (): void => {
      clearInterval(heartbeat);
      leave();
      open.delete(close);
      out.end();
    };
    open.set(close, caller);
    request.raw.on('close', close);
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Else the line would be kept for another question, and hold up the end of the server.
      connection: 'close',
      'x-accel-buffering': 'no',
    });
    screen.write('retry: 2000\n\n');
    const { after } = request.query as { after?: unknown };
    const since = request.headers['last-event-id'] ?? after;
    leave = await hub.join(
      {
        onNote: (note) => screen.hear({ note }),
        onCursor: (cursor) => screen.hear({ cursor }),
      },
      typeof since === 'string' ? since : undefined,
    );
    if (!open.has(close)) leave();
    return reply;
  });
}
