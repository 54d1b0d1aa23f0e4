import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { importSteps } from '../testing/import-steps.ts';

let world: World;
let steps: ReturnType<typeof importSteps>;
beforeAll(async () => {
  world = await createWorld();
  steps = importSteps(world, (await signedIn(world)).as);
});
afterAll(() => world.close());

const mapping = ['externalId', 'accountNumber', 'fullName', 'tariffName'].map((target) => ({
  target,
}));

async function checked(rows: string): Promise<number> {
  const { body } = await steps.upload(`Код;Лицевой счёт;ФИО;Тариф\n${rows}`);
  await steps.map(body.id, { mapping, key: 'externalId' });
  expect(await steps.check(body.id)).toMatchObject({ state: 'checked', errorCount: 0 });
  return body.id;
}

test('an account that became another’s since the check is not touched, and the row says so', async () => {
  await steps.apply(await checked('E1;A100;Первая Анна;Домашний\n'));
  const late = await checked('E1;A300;Первая Анна;Чужой\n');
  await steps.apply(await checked('E9;A300;Девятая Анна;Домашний\n'));
  expect(await steps.apply(late)).toMatchObject({ state: 'applied', errorCount: 1 });
  const { rows } = await world.ctx.pool.query(
    `select s.external_id, p.name, o.ended_on from accounts a
     join subscribers s on s.id = a.subscriber_id
     join subscriptions o on o.account_id = a.id
     join product_versions v on v.id = o.product_version_id
     join products p on p.id = v.product_id where a.number = 'A300'`,
  );
  expect(rows).toEqual([{ external_id: 'E9', name: 'Домашний', ended_on: null }]);
});
