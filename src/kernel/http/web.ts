import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const dist = join(import.meta.dirname, '../../../dist');

/**
 * The built web app: hashed files cached for good, any other address answers with its frame. One
 * route for all: a route of its own for each of many hundred files takes longer than the rest.
 */
export async function mountWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(dist, 'index.html'))) return;
  const files = new Set(filesOf(dist));
  await app.register(fastifyStatic, {
    root: dist,
    serve: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get<{ Params: { '*': string } }>('/*', { exposeHeadRoute: true }, (request, reply) => {
    const path = request.params['*'];
    if (files.has(path)) return reply.sendFile(path);
    const isPage =
      !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url.split('?')[0] ?? '');
    if (!isPage) return reply.callNotFound();
    return reply.status(200).header('cache-control', 'no-cache').sendFile('index.html');
  });
}

/** Every file under a folder, as an address names it. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
