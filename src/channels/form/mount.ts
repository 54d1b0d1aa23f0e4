import type { FastifyInstance } from 'fastify';
import type { Ctx, Language } from '../../kernel/context.ts';
import { failureText } from '../../kernel/i18n/texts.ts';
import { invalidInput } from '../../kernel/http/problem.ts';
import { storable } from '../../kernel/http/unstorable.ts';
import type { Failure, Result } from '../../kernel/result.ts';
import type { Installation } from '../../kernel/runtime/installation.ts';
import { NewRequest, type RequestForm } from '../api.ts';
import { type Received, receiveRequest } from '../receive-request.ts';
import { mountFiles } from './files.ts';
import { asked, show } from './show-form.ts';

const BODY_LIMIT_BYTES = 65_536;
const POSTS_PER_MINUTE = 30;

/**
 * `/form`: the request form as a page of its own or in a frame of the operator's site. A browser
 * without scripts posts it here and gets a page back; with them, its script calls the API.
 */
export function mountForm(app: FastifyInstance, installation: Installation): Promise<void> {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: BODY_LIMIT_BYTES },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  mountFiles(app);
  app.get('/form', async (request, reply) => {
    const ctx = await installation.door.context(request);
    const values = begunWith(request.query as Record<string, unknown>);
    return show(installation, ctx, request, reply, { values, wrong: {}, done: null });
  });
  app.post(
    '/form',
    { bodyLimit: BODY_LIMIT_BYTES, config: { isOpen: true, rateLimit: { max: POSTS_PER_MINUTE } } },
    async (request, reply) => {
      const ctx = await installation.door.context(request);
      const values = keepable(request.body ?? {});
      const parsed = NewRequest.safeParse(values);
      const result = parsed.success
        ? await receiveForm(ctx, parsed.data)
        : { ok: false as const, failure: invalidInput(parsed.error) };
      if (result.ok) {
        return show(installation, ctx, request, reply, { values, wrong: {}, done: result.value });
      }
      const wrong = wrongFields(installation, asked(ctx, request).language, result.failure);
      return show(installation, ctx, request, reply.status(422), { values, wrong, done: null });
    },
  );
  return Promise.resolve();
}

/** What the address check or a link of the operator's site has begun the form with. */
function begunWith(query: Record<string, unknown>): Record<string, string> {
  const { topic, address } = query;
  return keepable({ topic, address: typeof address === 'string' ? address.slice(0, 300) : '' });
}

/** What the base cannot hold is no part of anybody's words. */
function keepable(body: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([field, text]: [string, unknown]) =>
      typeof text === 'string' ? [[field, storable(text)]] : [],
    ),
  );
}

/**
 * A page taken back from the browser's history carries an old key with new words: a new request.
 */
async function receiveForm(ctx: Ctx, form: RequestForm): Promise<Result<Received>> {
  const result = await receiveRequest(ctx, form);
  const isOldKey = !result.ok && result.failure.code === 'kernel.key_reused';
  return isOldKey ? receiveRequest(ctx, { ...form, key: '' }) : result;
}

function wrongFields(
  { door }: Installation,
  language: Language,
  failure: Failure,
): Record<string, string> {
  const words = (code: string): string => failureText(door.texts[language], code, failure.params);
  const fields = Object.entries(failure.fields ?? {});
  if (fields.length === 0) return { '': words(failure.code) };
  return Object.fromEntries(fields.map(([field, code]) => [field, words(code)]));
}
