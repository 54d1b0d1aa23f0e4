import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { storable } from '../../kernel/http/unstorable.ts';
import type { Installation } from '../../kernel/runtime/installation.ts';
import { checkPublicly } from '../../network/index.ts';
import { asked, framedPolicy } from '../form/show-form.ts';
import { formTexts } from '../form/texts.ts';
import { checkPage } from './page.ts';

const LOOKS_PER_MINUTE = 60;
const MOST_METRES = 100_000;

/**
 * `/check`: what can be had at an address, as a page of its own or in a frame of the operator's
 * site. Its script offers addresses while one types; without it the page answers all the same.
 */
export function mountCheck(app: FastifyInstance, installation: Installation): Promise<void> {
  const files = { 'check.js': 'text/javascript', 'check.css': 'text/css' };
  for (const [name, type] of Object.entries(files)) {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8');
    app.get(`/check/${name}`, (_request, reply) =>
      reply
        .type(`${type}; charset=utf-8`)
        .header('cache-control', 'public, max-age=300')
        .send(text),
    );
  }
  app.get(
    '/check',
    { config: { isOpen: true, rateLimit: { max: LOOKS_PER_MINUTE } } },
    async (request, reply) => {
      const ctx = await installation.door.context(request);
      const { language, theme } = asked(ctx, request);
      const query = request.query as Record<string, unknown>;
      const text = typeof query['text'] === 'string' ? storable(query['text']).slice(0, 300) : '';
      const metres = numberOf(query['metres'], MOST_METRES);
      const buildingId = numberOf(query['building'], Number.MAX_SAFE_INTEGER);
      const where = {
        text,
        ...(buildingId ? { buildingId } : {}),
        ...(metres === null ? {} : { metres }),
      };
      const inWords = { ...ctx, language };
      const found = text.trim() === '' ? null : await checkPublicly(inWords, where);
      const t = formTexts(installation.door.texts[language]);
      const operator = ctx.operator.name;
      const checked = found?.ok ? found.value : null;
      return reply
        .removeHeader('x-frame-options')
        .headers({
          'content-security-policy': framedPolicy,
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
        })
        .type('text/html; charset=utf-8')
        .send(checkPage({ language, theme, operator, text, metres, checked }, t));
    },
  );
  return Promise.resolve();
}

function numberOf(value: unknown, most: number): number | null {
  const number = typeof value === 'string' && /^\d{1,15}$/u.test(value) ? Number(value) : null;
  return number !== null && number <= most ? number : null;
}
