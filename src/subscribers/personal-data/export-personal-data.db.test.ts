import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, me, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, me, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

type Exported = { sections: { section: string; rows: Record<string, unknown>[] }[] };

async function exported(id: number): Promise<Map<string, Record<string, unknown>[]>> {
  const { body } = await call('GET /api/subscribers/{id}/personal-data', { id, format: 'json' });
  const { sections } = body as unknown as Exported;
  return new Map(sections.map(({ section, rows }) => [section, rows]));
}

test('everything is told, also what was and is no more', async () => {
  const id = await add({
    displayName: 'Котова Анна',
    contacts: [{ kind: 'phone', value: '+79131110001' }],
    addresses: [{ text: 'Мира 1-1' }],
    documents: [{ kind: 'passport', number: '6901' }],
  });
  await call('PATCH /api/subscribers/{id}', { id, version: 1, displayName: 'Белова Анна' });
  await call('POST /api/subscribers/{id}/needs', { id, kind: 'wish', text: 'Статический IP' });
  await call('POST /api/subscribers/{id}/notes', { id, text: 'Очень вежлива' });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  const contactId = body.contacts[0]?.id ?? 0;
  await call('DELETE /api/subscribers/{id}/contacts/{contactId}', { id, contactId });
  const told = await exported(id);
  expect(told.get('record')).toMatchObject([{ displayName: 'Белова Анна' }]);
  expect(told.get('contacts')).toMatchObject([{ value: '+79131110001' }]);
  expect(told.get('contacts')?.[0]?.['removedAt']).not.toBeNull();
  expect(told.get('documents')).toMatchObject([{ number: '6901' }]);
  expect(told.get('needs')).toMatchObject([{ text: 'Статический IP' }]);
  const history = JSON.stringify(told.get('history'));
  expect(history).toContain('Котова Анна');
  expect(history).toContain('Очень вежлива');
});

test('the page is readable, escapes what was typed, and holds the JSON', async () => {
  const id = await add({ displayName: '<b>Жирный</b> & Ко', note: '</script><script>x' });
  const { body, headers } = await call('GET /api/subscribers/{id}/personal-data', { id });
  const page = body as unknown as string;
  expect(headers['content-disposition']).toContain(`subscriber-${id}.html`);
  expect(page).toContain('что мы о вас храним');
  expect(page).toContain('Запись абонента');
  expect(page).toContain('&lt;b&gt;Жирный&lt;/b&gt; &amp; Ко');
  expect(page).not.toContain('<script>x');
  const json = /<script type="application\/json">(.*)<\/script>/s.exec(page)?.[1] ?? '';
  expect(JSON.parse(json)).toMatchObject({ subscriberId: id });
});

test('an export needs its own permission, and leaves a mark', async () => {
  const id = await add();
  const agent = await signedIn(world, { role: 'agent' });
  const refused = await call('GET /api/subscribers/{id}/personal-data', { id }, agent.as);
  expect(refused.status).toBe(403);
  await call('GET /api/subscribers/{id}/personal-data', { id });
  const types = ['subscribers.exported'];
  const { body } = await call('GET /api/subscribers/{id}/timeline', { id, types }, me.as);
  expect(body.entries).toMatchObject([{ actorName: 'Смирнова Вера', facts: { format: 'html' } }]);
});
