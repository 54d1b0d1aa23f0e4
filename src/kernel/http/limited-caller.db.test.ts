import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const post = async (url: string, headers: Record<string, string>, address: string) => {
  const { statusCode } = await world.request({
    method: 'POST',
    url,
    payload: {},
    headers: { 'x-requested-with': 'bereg', ...headers },
    remoteAddress: address,
  });
  return statusCode;
};

async function refusedOf(
  times: number,
  url: string,
  headersOf: (at: number) => Record<string, string>,
  address: string,
): Promise<number> {
  const statuses: number[] = [];
  for (let at = 0; at < times; at += 1) statuses.push(await post(url, headersOf(at), address));
  return statuses.filter((status) => status === 429).length;
}

test.each([
  ['a made-up cookie', '/api/welcome/look', 'cookie', 'x='],
  ['a made-up session', '/api/welcome/look', 'cookie', 'bereg.session_token='],
  ['an escaped letter', '/%61pi/public/requests', 'cookie', 'x='],
  ['a made-up key', '/api/subscribers/duplicates/find', 'authorization', 'Bearer bereg_'],
])('%s makes no new caller', async (name, url, header, value) => {
  const limit = url.includes('find') ? 6 : 30;
  const made = (at: number) => ({ [header]: `${value}${String(at).padStart(24, 'a')}` });
  expect(await refusedOf(limit + 5, url, made, `10.0.0.${name.length}`)).toBe(5);
});

test('two people behind one address do not use up each other’s calls', async () => {
  const url = '/api/subscribers/duplicates/find';
  const people = [await signedIn(world), await signedIn(world)];
  for (const { as } of people) expect(await refusedOf(6, url, () => as, '10.0.1.1')).toBe(0);
  expect(await refusedOf(1, url, () => people[0]?.as ?? {}, '10.0.1.2')).toBe(1);
});
