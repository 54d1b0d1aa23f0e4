import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** The form's style and scripts; pages of other sites may load them too. */
export function mountFiles(app: FastifyInstance): void {
  const files = {
    'form.css': 'text/css; charset=utf-8',
    'form.js': 'text/javascript; charset=utf-8',
    'embed.js': 'text/javascript; charset=utf-8',
  };
  for (const [name, type] of Object.entries(files)) {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8');
    app.get(`/form/${name}`, (_request, reply) =>
      reply
        .type(type)
        .headers({
          'cache-control': 'public, max-age=300',
          'cross-origin-resource-policy': 'cross-origin',
        })
        .send(text),
    );
  }
}
