import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reach } from './kernel/context.ts';
import type { Wiring } from './kernel/wiring.ts';
import { provedElsewhere, rowless, rowlessPermissions } from './testing/reach/rowless.ts';
import { type Read, reads, visible, writes } from './testing/reach/routes.ts';
import { type Ask, askIn } from './testing/reach/ask-in.ts';
import { type Hand, hands, makeRows, type Rows, type Viewers } from './testing/reach/rows.ts';
import { sendFile } from './testing/upload.ts';
import { createWorld, type World } from './testing/world.ts';

// Whoever reaches only their own, or their team's, meets nothing else: in no list, no count, no
// card, no search, no file, and by no write.
let world: World;
let wirings: readonly Wiring[];
let ask: Ask;
let viewers: Viewers;
let rows: Rows;

beforeAll(async () => {
  world = await createWorld();
  ask = askIn(world);
  ({ viewers, rows, wirings } = await makeRows(world));
  await ask('POST /api/subscribers/duplicates/find', {}, viewers.all);
  await world.runJobs();
});
afterAll(() => world.close());

const reaches: readonly Reach[] = ['own', 'team', 'all'];
const readings = Object.entries(reads).flatMap(([route, given]) =>
  [given].flat().flatMap((read) => reaches.map((reach) => ({ route, read, reach }))),
);

/** Whose rows an answer shows, or how many. */
async function seen(route: string, read: Read, reach: Reach): Promise<Hand[] | number> {
  const who = viewers[reach];
  if ('opens' in read) return opened(route, read.opens, reach);
  let text = '';
  let count = 0;
  for (const input of read.asked(rows)) {
    const answer = await ask(route, input, who);
    if (answer.status >= 300) throw new Error(`${route}: ${answer.text}`);
    text += answer.text;
    if ('counts' in read) count += read.counts(answer.body as never);
  }
  if ('counts' in read) return count;
  return hands.filter((hand) => text.includes(read.shows(rows[hand])));
}

async function opened(
  route: string,
  inputOf: (row: Rows[Hand]) => object,
  reach: Reach,
): Promise<Hand[]> {
  const open: Hand[] = [];
  for (const hand of hands) {
    const row = rows[hand];
    const { status, text } = await ask(route, inputOf(row), viewers[reach]);
    if (status === 200) open.push(hand);
    // Beyond reach is as if there were none, to the last word.
    else
      expect([status, text.includes(row.name), text.includes(row.caller)]).toEqual([
        404,
        false,
        false,
      ]);
  }
  return open;
}

test.each(readings)('$route shows a reach of $reach no more than that', async (one) => {
  const { route, read, reach } = one;
  const whose = visible[read.of][reach];
  const expected = 'counts' in read ? whose.length * read.each : whose;
  expect(await seen(route, read, reach)).toEqual(expected);
});

describe('beyond reach', () => {
  const narrow: readonly Reach[] = ['own', 'team'];
  const foreign = Object.entries(writes).flatMap(([route, write]) =>
    narrow.map((reach) => ({ route, write, reach })),
  );

  async function attempt(route: string, hand: Hand, reach: Reach): Promise<number> {
    const { input, isUpload } = writes[route]!;
    const given = input(rows[hand], rows) as Record<string, number>;
    if (!isUpload) return (await ask(route, given, viewers[reach])).status;
    const url = route
      .split(' ')[1]!
      .replace(/\{(\w+)\}/g, (_, part: string) => String(given[part]));
    const file = { name: 'x.pdf', type: 'application/pdf', content: '%PDF-1.7 x' };
    return (await sendFile(world, url, file, viewers[reach].as)).status;
  }

  test.each(foreign)(
    '$route does nothing for a reach of $reach',
    async ({ route, write, reach }) => {
      const hidden = hands.filter((hand) => !visible[write.of][reach].some((one) => one === hand));
      for (const hand of hidden) expect(await attempt(route, hand, reach)).toBe(404);
    },
  );

  test.each(Object.keys(writes))('%s finds the row of whoever reaches it', async (route) => {
    expect([404, 403, 422]).not.toContain(await attempt(route, 'foreign', 'all'));
  });
});

describe('every route', () => {
  const table = 'src/testing/reach/routes.ts';

  test('says whose rows it shows', () => {
    const known = new Set([reads, writes, rowless, provedElsewhere].flatMap(Object.keys));
    const unsaid = wirings
      .flatMap(({ api = {} }) => Object.entries(api))
      .filter(([, { permission }]) => permission !== 'public' && permission !== 'me')
      .filter(([key, { permission }]) => !known.has(key) && !(permission in rowlessPermissions))
      .map(
        ([key]) =>
          `${key}: put it among reads or writes of ${table} if its rows are somebody’s, else among rowless with the reason`,
      );
    expect(unsaid).toEqual([]);
  });

  test('that is named here exists', () => {
    const routes = new Set(wirings.flatMap(({ api = {} }) => Object.keys(api)));
    const named = [reads, writes, rowless, provedElsewhere].flatMap(Object.keys);
    expect(named.filter((route) => !routes.has(route))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    const permissions = new Set(wirings.flatMap((wiring) => wiring.permissions ?? []));
    expect(Object.keys(rowlessPermissions).filter((one) => !permissions.has(one))).toEqual([]);
  });

  test.each(Object.entries(provedElsewhere))('%s is proved in %s', (route, file) => {
    const text = readFileSync(join(import.meta.dirname, '..', file), 'utf8');
    expect(text).toContain(`'${route}'`);
    expect(text).toMatch(/: '(own|team)'|other\.as/);
  });
});
