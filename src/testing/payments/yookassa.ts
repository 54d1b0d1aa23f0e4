import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Amount = { value: string; currency: string };

/** A payment as the gateway's API tells it. */
type Paid = {
  id: string;
  status: 'pending' | 'waiting_for_capture' | 'succeeded' | 'canceled';
  amount: Amount;
  description?: string;
  created_at: string;
  captured_at?: string;
  metadata?: Record<string, string>;
};

type Refunded = { id: string; payment_id: string; status: string; amount: Amount };

export const shop = { shopId: '506751', secretKey: 'test_secret-key-of-the-shop' };

/**
 * The API of YooKassa as its reference describes it: Basic with shop and key, `GET payments/{id}`
 * and `GET refunds/{id}`, errors as objects of type `error`. It can be dead.
 */
export async function startYookassa() {
  const payments = new Map<string, Paid>();
  const refunds = new Map<string, Refunded>();
  const state = { isDead: false, asked: 0 };
  const basic = `Basic ${Buffer.from(`${shop.shopId}:${shop.secretKey}`).toString('base64')}`;
  const server = createServer((request, response) => {
    state.asked += 1;
    const [, kind, id = ''] = /^\/v3\/(payments|refunds)\/([\w-]+)$/.exec(request.url ?? '') ?? [];
    const found = kind === 'refunds' ? refunds.get(id) : payments.get(id);
    const say = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const error = (code: string): object => ({ type: 'error', id: 'ab5a11cd', code });
    if (state.isDead) say(500, error('internal_server_error'));
    else if (request.headers.authorization !== basic) say(401, error('invalid_credentials'));
    else if (!found) say(404, error('not_found'));
    else say(200, found);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3`,
    state,
    /** Somebody pays: the sum as decimal text, the account in the metadata. */
    pay: (id: string, value: string, more: Partial<Paid> = {}): void => {
      const at = '2026-03-02T05:00:00.000Z';
      const amount = { value, currency: 'RUB' };
      const usual = { status: 'succeeded' as const, amount, created_at: at, captured_at: at };
      payments.set(id, { id, ...usual, ...more });
    },
    refund: (id: string, paymentId: string, value: string): void => {
      const amount = { value, currency: 'RUB' };
      refunds.set(id, { id, payment_id: paymentId, status: 'succeeded', amount });
    },
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
