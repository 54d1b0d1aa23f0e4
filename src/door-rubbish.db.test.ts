import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Route } from './kernel/api/define.ts';
import type { Actor } from './kernel/context.ts';
import { recognisers } from './kernel/http/entrance.ts';
import { knownPermissions } from './kernel/permissions.ts';
import { fill } from './kernel/slots.ts';
import { defineWiring } from './kernel/wiring.ts';
import { rubbish } from './testing/rubbish.ts';
import { signedIn } from './testing/staff.ts';
import { type Call, createWorld, type World } from './testing/world.ts';
import { loadWirings } from './wirings.ts';

let asks = 0;
let staffId = 0;

/** Somebody who may do everything and has a key of their own for every call, so no limit holds. */
const walker = defineWiring({
  domain: 'walker',
  fills: [
    fill(recognisers, (_ctx, request): Promise<Actor | null> => {
      if (request.headers['x-walker'] === undefined) return Promise.resolve(null);
      const names = knownPermissions().map(({ permission }) => [permission, 'all'] as const);
      asks += 1;
      return Promise.resolve({
        kind: 'api_key',
        staffId,
        teamId: null,
        name: 'Walker',
        apiKeyId: 1_000_000 + asks,
        permissions: Object.fromEntries([...names, ['me', 'own']]),
      });
    }),
  ],
});

let world: World;
let call: Call<Record<`GET /${string}`, Route>>;

beforeAll(async () => {
  world = await createWorld({ BEREG_TRUST_PROXY: 'true' }, [walker]);
  const me = await signedIn(world);
  staffId = me.staffId;
  call = world.via({});
  const person = { kind: 'person', lastName: 'Первый', firstName: 'Тест' };
  const request = { phone: '+79130001122', name: 'Гость', consent: true };
  for (const [key, input] of [
    ['POST /api/subscribers', person],
    ['POST /api/public/requests', request],
    ['POST /api/subscribers/1/documents', { kind: 'passport', number: '6900 123456' }],
  ] as const) {
    const made = await ask(key, input);
    if (made.status >= 300) throw new Error(`${key} answered ${made.status}`);
  }
});
afterAll(() => world.close());

const wirings = await loadWirings();
const routes = wirings.flatMap(({ domain, api = {} }) =>
  Object.entries(api).map(([key, route]) => ({ domain, key, route })),
);
const domains = [...new Set(routes.map(({ domain }) => domain))];

/** From an address of its own, for what is counted by address. */
function ask(key: string, input: Record<string, unknown>): Promise<{ status: number }> {
  const address = `10.${(asks >> 16) & 255}.${(asks >> 8) & 255}.${asks & 255}`;
  return call(key as never, input as never, { 'x-walker': '1', 'x-forwarded-for': address });
}

test('behind a proxy nobody chooses the address it is counted by', async () => {
  const tryPin = async (said: number): Promise<number> => {
    const { statusCode } = await world.request({
      method: 'POST',
      url: '/api/cards/activate',
      headers: { 'x-forwarded-for': `192.0.2.${said}, 198.51.100.1` },
      payload: { account: `nobody ${said}`, pin: '00000000000000' },
    });
    return statusCode;
  };
  const answers = await Promise.all(Array.from({ length: 21 }, (_, at) => tryPin(at)));
  expect(answers.filter((status) => status === 429)).toHaveLength(1);
});

describe('whatever is sent, no route breaks', () => {
  test.each(domains)(
    '%s',
    async (domain) => {
      const broken: string[] = [];
      for (const { key, route } of routes.filter((one) => one.domain === domain)) {
        const schema = z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' });
        for (const { input, what } of rubbish(schema)) {
          const { status } = await ask(key, input);
          if (status >= 500 || status === 429) broken.push(`${status} ${key}: ${what}`);
        }
      }
      expect(broken).toEqual([]);
    },
    600_000,
  );
});
