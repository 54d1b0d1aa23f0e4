import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { sendFile } from '../../testing/upload.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { importSteps } from '../testing/import-steps.ts';

let world: World;
let me: SignedIn;
let steps: ReturnType<typeof importSteps>;
beforeAll(async () => {
  world = await createWorld();
  me = await signedIn(world);
  steps = importSteps(world, me.as);
});
afterAll(() => world.close());

type Parts = { id: number; contact: number; address: number; document: number };

async function partsOf(pattern: string): Promise<Parts[]> {
  const { rows } = await world.ctx.pool.query<Parts>(
    `select s.id, c.id as contact, a.id as address, d.id as document from subscribers s
     left join contacts c on c.subscriber_id = s.id
     left join service_addresses a on a.subscriber_id = s.id
     left join documents d on d.subscriber_id = s.id
     where s.display_name like $1 order by s.id`,
    [pattern],
  );
  return rows;
}

const header = 'Лицевой счёт;ФИО;Телефон;Адрес;Паспорт\n';
const row = (account: string, name: string, n: number) =>
  `${account};${name};+7912000000${n};г. Томск, ул. Мира, д. 5, кв. ${n};6900 12345${n}\n`;
const on = () => world.via(subscribersApi);
const scan = { name: 'a.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.4 скан') };

test('whose phone, address or passport somebody has worked with stays', async () => {
  const names = ['Первая', 'Вторая', 'Третья', 'Четвёртая', 'Пятая'];
  const lines = names.map((name, n) => row(`V${n}`, `${name} Анна`, n));
  const { id: importId } = await steps.bring(header + lines.join(''));
  const [phone, address, passport, gone] = (await partsOf('% Анна')) as [
    Parts,
    Parts,
    Parts,
    Parts,
  ];
  const path = { id: phone.id, contactId: phone.contact, value: '+79129999991' };
  await on()('PATCH /api/subscribers/{id}/contacts/{contactId}', path, me.as);
  const text = 'г. Томск, ул. Ленина, д. 7, кв. 3';
  const place = { id: address.id, addressId: address.address, text };
  await on()('PATCH /api/subscribers/{id}/addresses/{addressId}', place, me.as);
  const scanUrl = `/api/subscribers/${passport.id}/documents/${passport.document}/scan`;
  expect((await sendFile(world, scanUrl, scan, me.as)).status).toBeLessThan(300);
  const contact = { id: gone.id, contactId: gone.contact };
  await on()('DELETE /api/subscribers/{id}/contacts/{contactId}', contact, me.as);
  expect(await steps.undo(importId)).toMatchObject({ counts: { removed: 1, kept: 4 } });
  const left = await partsOf('% Анна');
  expect(left.map((one) => one.id)).toEqual([phone, address, passport, gone].map(({ id }) => id));
});

test('what somebody corrected of what an import added to a known person stays', async () => {
  await steps.bring('Лицевой счёт;ФИО\nU1;Старая Вера\n');
  const { id: importId } = await steps.bring(header + row('U1', 'Старая Вера', 6));
  const [vera] = (await partsOf('Старая Вера')) as [Parts];
  const path = { id: vera.id, contactId: vera.contact, value: '+79129999992' };
  await on()('PATCH /api/subscribers/{id}/contacts/{contactId}', path, me.as);
  await steps.undo(importId);
  const { rows } = await world.ctx.pool.query(
    `select value from contacts where subscriber_id = $1 and removed_at is null`,
    [vera.id],
  );
  expect(rows).toEqual([{ value: '+79129999992' }]);
  expect(await partsOf('Старая Вера')).toMatchObject([{ address: null, document: null }]);
});
