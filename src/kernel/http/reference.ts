import type { FastifyInstance } from 'fastify';
import { openApiDocument } from '../api/openapi.ts';
import { referencePage } from '../api/reference-page.ts';
import type { Wiring } from '../wiring.ts';

/** `/api/openapi.json` for programs and `/api` for people, both made from the routes themselves. */
export function mountReference(app: FastifyInstance, wirings: readonly Wiring[]): void {
  let document: object | undefined;
  let page: string | undefined;
  app.get('/api/openapi.json', (_request, reply) => {
    document ??= openApiDocument(wirings);
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(document));
  });
  app.get('/api', (_request, reply) => {
    page ??= referencePage(wirings);
    return reply.type('text/html; charset=utf-8').send(page);
  });
}
