import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** The scripts that put the chat window on pages of other sites. */
export function mountChat(app: FastifyInstance): Promise<void> {
  for (const name of ['widget.js', 'pieces.js', 'style.js', 'words.js']) {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8');
    app.get(`/chat/${name}`, (_request, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .headers({
          'cache-control': 'public, max-age=300',
          'access-control-allow-origin': '*',
          'cross-origin-resource-policy': 'cross-origin',
        })
        .send(text),
    );
  }
  return Promise.resolve();
}
