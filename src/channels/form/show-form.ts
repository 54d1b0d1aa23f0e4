import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx, Language } from '../../kernel/context.ts';
import type { Installation } from '../../kernel/runtime/installation.ts';
import { formPage, type FormPage } from './page.ts';
import { callPromise } from './promise.ts';
import { formTexts } from './texts.ts';

/**
 * Only these pages may stand in a frame on another site; they hold nothing that one could steal.
 */
export const framedPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  'frame-ancestors *',
].join('; ');

type Asked = { language: Language; theme: FormPage['theme'] };

/** The language and theme that the address asks for, else the reader's. */
export function asked(ctx: Ctx, request: FastifyRequest): Asked {
  const { lang, theme } = request.query as Record<string, string | undefined>;
  const language = lang === 'en' || lang === 'ru' ? lang : ctx.language;
  return { language, theme: theme === 'light' || theme === 'dark' ? theme : 'auto' };
}

/** Answers with the page. */
export async function show(
  installation: Installation,
  ctx: Ctx,
  request: FastifyRequest,
  reply: FastifyReply,
  content: Pick<FormPage, 'values' | 'wrong' | 'done'>,
): Promise<FastifyReply> {
  const { language, theme } = asked(ctx, request);
  const t = formTexts(installation.door.texts[language]);
  const now = ctx.clock.now();
  // After a failure the same form is sent again: the same key, so that nothing is stored twice.
  const page: FormPage = {
    language,
    theme,
    operator: ctx.operator.name,
    promise: await callPromise(ctx, language, now, t),
    key: content.values['key'] || randomUUID(),
    shownAt: content.values['shownAt'] || now.toISOString(),
    ...content,
  };
  return reply
    .removeHeader('x-frame-options')
    .headers({
      'content-security-policy': framedPolicy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    .type('text/html; charset=utf-8')
    .send(formPage(page, t));
}
