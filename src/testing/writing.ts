import { randomUUID } from 'node:crypto';
import { api as conversationsApi } from '../conversations/api.ts';
import { api as subscribersApi } from '../subscribers/api.ts';
import { addAccount, post } from './accounts.ts';
import type { SignedIn } from './staff.ts';
import { sendFile } from './upload.ts';
import type { World } from './world.ts';

export type Writing = {
  /**
   * Does a round's work so many times, one after another, unless it is stopped before. Whom it
   * enters bears the name and the round as `externalId`: `before 3`.
   */
  rounds: (name: string, times: number) => Promise<void>;
  /** Lets the rounds that run come to their end, and begins no more. */
  stop: () => Promise<void>;
};

let count = 0;

/**
 * People at work, through the door: a request comes, is taken, called and gets its outcome; a
 * subscriber is entered, with the scan of a passport and a first payment.
 */
export function startWriting({ world, me }: { world: World; me: SignedIn }): Writing {
  const end = new AbortController();
  const running: Promise<void>[] = [];
  const loop = async (name: string, times: number): Promise<void> => {
    for (let round = 1; round <= times && !end.signal.aborted; round += 1) {
      await answerRequest(world, me);
      await enterSubscriber(world, me, `${name} ${round}`);
    }
  };
  return {
    rounds: (name, times) => {
      const one = loop(name, times);
      running.push(one);
      return one;
    },
    stop: async () => {
      end.abort();
      await Promise.all(running);
    },
  };
}

async function answerRequest(world: World, { as }: SignedIn): Promise<void> {
  count += 1;
  // Each from a house of its own, for one address may send only so much.
  const sent = await world.request({
    method: 'POST',
    url: '/api/public/requests',
    remoteAddress: `10.${count >> 16}.${(count >> 8) & 255}.${count & 255}`,
    headers: { 'idempotency-key': randomUUID() },
    payload: { name: 'Ольга', phone: `+7912${3_000_000 + count}`, wanted: 'Дом', consent: true },
  });
  const { number } = expected(202, sent.statusCode, sent.json<{ number: number }>());
  const { id } = await world.ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const on = world.via(conversationsApi);
  await on('POST /api/conversations/{id}/take', { id }, as);
  const called = await on('POST /api/conversations/{id}/calls', { id }, as);
  const { version } = expected(200, called.status, called.body);
  const told = { id, version, outcome: 'reached' as const };
  const recorded = await on('POST /api/conversations/{id}/outcome', told, as);
  expected(200, recorded.status, recorded.body);
}

async function enterSubscriber(world: World, { as }: SignedIn, externalId: string): Promise<void> {
  const on = world.via(subscribersApi);
  const made = await on(
    'POST /api/subscribers',
    {
      kind: 'person',
      lastName: 'Писцов',
      firstName: 'Тест',
      externalId,
      documents: [{ kind: 'passport', number: '1' }],
    },
    as,
  );
  const { id } = expected(201, made.status, made.body);
  const card = await on('GET /api/subscribers/{id}', { id }, as);
  const url = `/api/subscribers/${id}/documents/${card.body.documents[0]?.id}/scan`;
  const content = `%PDF-1.7 ${externalId}`;
  const scan = { name: 'паспорт.pdf', type: 'application/pdf', content };
  const sent = await sendFile(world, url, scan, as);
  expected(200, sent.status, sent.body);
  const accountId = await addAccount(world, id);
  const payment = { kind: 'payment', occurredOn: '2026-03-02', counterpart: 'bank' } as const;
  await post(world, accountId, { ...payment, amountMinor: 50_000 });
}

function expected<Body>(status: number, got: number, body: Body): Body {
  if (got !== status) throw new Error(`${got} instead of ${status}: ${JSON.stringify(body)}`);
  return body;
}
