import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asReader, asWriter, probe, probeApi, worked } from '../../testing/probe.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld({}, [probe]);
});
afterAll(() => world.close());
beforeEach(() => {
  worked.length = 0;
});

const notes = async (): Promise<number> => {
  const row = await world.ctx.db
    .selectFrom('events')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('type', '=', 'probe.noted')
    .executeTakeFirstOrThrow();
  return row.count;
};

describe('a route', () => {
  it('asks who it is, then whether they may', async () => {
    const call = world.via(probeApi);
    const stranger = await call('POST /api/probe/notes', { text: 'a' });
    expect([stranger.status, stranger.body.code]).toEqual([401, 'kernel.not_signed_in']);
    const reader = await call('POST /api/probe/notes', { text: 'a' }, asReader);
    expect([reader.status, reader.body.code]).toEqual([403, 'kernel.not_permitted']);
  });

  it('refuses a write that a foreign page could have sent', async () => {
    const answer = await world.request({
      method: 'POST',
      url: '/api/probe/notes',
      payload: { text: 'a' },
      headers: asWriter,
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      403,
      'kernel.cross_site',
    ]);
  });

  it('does once more what had to give way to another transaction', async () => {
    await sql`create sequence races`.execute(world.ctx.db);
    await sql`create function race() returns trigger language plpgsql as $$ begin
      if nextval('races') = 1 then raise exception 'race' using errcode = '40P01'; end if;
      return new; end $$`.execute(world.ctx.db);
    await sql`create trigger race before insert on events
      for each row execute function race()`.execute(world.ctx.db);
    const before = await notes();
    const { status } = await world.via(probeApi)('POST /api/probe/notes', { text: 'a' }, asWriter);
    await sql`drop trigger race on events`.execute(world.ctx.db);
    await world.runJobs();
    expect([status, (await notes()) - before]).toEqual([200, 1]);
  });

  it('names each wrong field in the language of the reader', async () => {
    const call = world.via(probeApi);
    const russian = await call('POST /api/probe/notes', { text: ' ' }, asWriter);
    expect(russian.body.fields).toEqual({ text: 'Это поле нужно заполнить.' });
    const english = await call(
      'POST /api/probe/notes',
      { text: 'x'.repeat(60) },
      { ...asWriter, 'accept-language': 'en-GB,en;q=0.9,ru;q=0.5' },
    );
    expect([english.status, english.body.fields]).toEqual([422, { text: 'Too long.' }]);
  });

  it('lets nothing out that its output does not declare', async () => {
    const answer = await world.via(probeApi)('GET /api/probe/notes/{id}', { id: 7 }, asReader);
    expect(answer.body).toEqual({ id: 7 });
  });

  it('answers an unknown address and a body that is no JSON with problem details', async () => {
    const missing = await world.request({ method: 'GET', url: '/api/nowhere' });
    expect([missing.statusCode, missing.headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    const broken = await world.request({
      method: 'POST',
      url: '/api/probe/notes',
      payload: '{"text": ',
      headers: { ...asWriter, 'content-type': 'application/json' },
    });
    expect([broken.statusCode, broken.json<{ code: string }>().code]).toEqual([
      422,
      'kernel.invalid_input',
    ]);
  });
});

describe('what cannot be read', () => {
  const send = async (payload: string, type: string) => {
    const headers = { ...asWriter, 'x-requested-with': 'bereg', 'content-type': type };
    const answer = await world.request({
      method: 'POST',
      url: '/api/probe/notes',
      payload,
      headers,
    });
    return [answer.statusCode, answer.json<{ code: string }>().code];
  };

  it('is refused as a kind of data that is not taken', async () => {
    for (const type of ['text/plain', 'application/xml']) {
      expect(await send('<a/>', type)).toEqual([415, 'kernel.wrong_content_type']);
    }
  });

  it('is refused where it nests without end or holds half a letter', async () => {
    const deep = `{"text":"a","more":${'['.repeat(24_000)}${']'.repeat(24_000)}}`;
    expect(await send(deep, 'application/json')).toEqual([422, 'kernel.invalid_input']);
    for (const text of ['a\\u0000b', '\\ud800']) {
      expect(await send(`{"text":"${text}"}`, 'application/json')).toEqual([
        422,
        'kernel.invalid_input',
      ]);
    }
  });
});

describe('a write', () => {
  it('leaves nothing behind when it fails: no row, no event, no job', async () => {
    const before = await notes();
    const answer = await world.via(probeApi)(
      'POST /api/probe/notes',
      { text: 'no', isRefused: true },
      asWriter,
    );
    expect([answer.status, answer.body.code]).toEqual([409, 'probe.refused']);
    await world.runJobs();
    expect([await notes(), worked]).toEqual([before, []]);
  });

  it('is done once for one key, even when asked many times at once', async () => {
    const before = await notes();
    const as = { ...asWriter, 'idempotency-key': 'the-same' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        world.via(probeApi)('POST /api/probe/notes', { text: 'once' }, as),
      ),
    );
    expect(new Set(answers.map((one) => one.body.eventId)).size).toBe(1);
    await world.runJobs();
    expect([await notes(), worked]).toEqual([before + 1, ['once']]);
  });

  it('refuses a key that was used for something else', async () => {
    const as = { ...asWriter, 'idempotency-key': 'taken' };
    const call = world.via(probeApi);
    await call('POST /api/probe/notes', { text: 'first' }, as);
    const second = await call('POST /api/probe/notes', { text: 'second' }, as);
    expect([second.status, second.body.code]).toEqual([409, 'kernel.key_reused']);
  });

  it('may be tried again with the key of a failure', async () => {
    const as = { ...asWriter, 'idempotency-key': 'failed-first' };
    const call = world.via(probeApi);
    const input = { text: 'again', isRefused: true };
    expect((await call('POST /api/probe/notes', input, as)).status).toBe(409);
    expect((await call('POST /api/probe/notes', { ...input, isRefused: false }, as)).status).toBe(
      200,
    );
  });

  it('keeps no secret for a repeat', async () => {
    const as = { ...asWriter, 'idempotency-key': 'secret' };
    const call = world.via(probeApi);
    expect((await call('POST /api/probe/secrets', {}, as)).body.secret).toBe('once');
    const repeat = await call('POST /api/probe/secrets', {}, as);
    expect([repeat.status, repeat.body.code]).toEqual([409, 'kernel.answered_once']);
  });
});

describe('the reference', () => {
  it('describes every route that is mounted', async () => {
    const document = (await world.request({ method: 'GET', url: '/api/openapi.json' })).json<{
      openapi: string;
      paths: Record<string, Record<string, { 'x-permission': string }>>;
    }>();
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/probe/notes']?.['post']?.['x-permission']).toBe('probe.write');
    const page = await world.request({ method: 'GET', url: '/api' });
    expect(page.body).toContain('/api/probe/notes');
  });
});
