import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as searchApi } from './kernel/search/api.ts';
import { api as subscribersApi } from './subscribers/api.ts';
import { addAccount } from './testing/accounts.ts';
import { signedIn, type SignedIn } from './testing/staff.ts';
import { api as qualityApi } from './quality/api.ts';
import { api as reportsApi } from './reports/api.ts';
import { api as salesApi } from './sales/api.ts';
import { createSubscribersWorld, type SubscribersWorld } from './testing/subscribers.ts';
import { api as ticketsApi } from './tickets/api.ts';
import { api } from './conversations/api.ts';
import { ask } from './conversations/testing/desk.ts';

let made: SubscribersWorld;
let agent: SignedIn;
let called: Record<
  'subscriberId' | 'accountId' | 'ticketId' | 'otherId' | 'leadId' | 'dealId',
  number
>;
const phone = '+79126000021';

const call = () =>
  made.world.via({
    ...api,
    ...searchApi,
    ...subscribersApi,
    ...ticketsApi,
    ...salesApi,
    ...reportsApi,
    ...qualityApi,
  });

/**
 * A subscriber with all that is personal, a ticket about the account, and a request from a second
 * phone that nobody has taken.
 */
beforeAll(async () => {
  made = await createSubscribersWorld();
  const { world } = made;
  agent = await signedIn(world);
  const { body } = await call()('GET /api/desk-settings', {}, agent.as);
  await call()('PUT /api/desk-settings', { ...body, verifyCallers: 'hide' }, agent.as);
  const subscriberId = await made.add({
    birthOn: '1990-01-02',
    contacts: [
      { kind: 'phone', value: phone },
      { kind: 'phone', value: '+79126000022' },
      { kind: 'email', value: 'veiled@example.test' },
    ],
    contactPersons: [{ name: 'Тётя Клава', role: 'тётя' }],
    addresses: [{ text: 'Мира 1-1' }],
  });
  const accountId = await addAccount(world, subscriberId, { contractOn: '2025-01-01' });
  await world.tick('reports.night');
  await world.ctx.pool.query(
    `insert into lost_contacts (process, month, kind, ref_id, at, root_id, person, stratum, is_known)
     values ('prices', '2026-02-01', 'subscriber', $1, '2026-02-10', $1, 's', '', false)`,
    [subscriberId],
  );
  const { categories } = (await call()('GET /api/ticket-categories', {}, agent.as)).body;
  const ticket = {
    subject: 'Обрыв',
    categoryId: categories[0]!.id,
    subscriberId,
    accountId,
    description: '',
  };
  const ticketId = (await call()('POST /api/tickets', ticket, agent.as)).body.id;
  const otherId = await ask(world, { phone: '+79126000022' });
  const lead = await call()('POST /api/leads', { conversationId: otherId }, agent.as);
  const wish = { name: 'Котова', subscriberId, phone, nextStep: 'Тётя Клава после шести' };
  const dealId = (await call()('POST /api/deals', wish, agent.as)).body.id;
  called = { subscriberId, accountId, ticketId, otherId, leadId: lead.body.id, dealId };
});
afterAll(() => made.world.close());

type Filter = { field: string; op: 'is'; value: string | number };

/** What lists, the search and the queues tell of the subscriber at this moment. */
async function told() {
  const { subscriberId, ticketId, otherId, leadId, dealId } = called;
  const list = async (more: object) => {
    const query = { columns: ['id', 'phone'], ...more };
    const { body, status } = await call()('POST /api/subscribers/list', query, agent.as);
    return status === 200 ? body.rows.map(({ cells }) => cells) : body.code;
  };
  const by = (filter: Filter) => list({ filter });
  const count = async (filter: Filter) => {
    const { body, status } = await call()('POST /api/subscribers/count', { filter }, agent.as);
    return status === 200 ? body.count : body.code;
  };
  const found = await call()('GET /api/search', { q: phone, kinds: ['subscriber'] }, agent.as);
  const byId = { field: 'id', op: 'is' as const, value: ticketId };
  const tickets = { columns: ['id', 'subject', 'account'], filter: byId };
  const account = { field: 'account', op: 'is' as const, value: `40-${subscriberId}` };
  const queue = await call()('GET /api/conversations', { queue: 'all' }, agent.as);
  const other = await call()('GET /api/conversations/{id}', { id: otherId }, agent.as);
  const lead = await call()('GET /api/leads/{id}', { id: leadId }, agent.as);
  const leads = await call()('GET /api/leads', {}, agent.as);
  const month = { kpi: 'base', month: '2026-02-01' } as const;
  const behind = (await call()('GET /api/kpis/{kpi}/rows', month, agent.as)).body.rows;
  const lost = { process: 'prices', from: '2026-02-01', to: '2026-02-01' } as const;
  const route = 'GET /api/money-lost/{process}/contacts';
  const behindLoss = (await call()(route, lost, agent.as)).body.contacts;
  return {
    behindLoss: behindLoss.length,
    behindFigure: behind.length,
    byId: await by({ field: 'id', op: 'is', value: subscriberId }),
    byPhone: await by({ field: 'phone', op: 'is', value: phone }),
    byBirthday: await count({ field: 'birthOn', op: 'is', value: '1990-01-02' }),
    sorted: await list({ sort: { field: 'birthOn', direction: 'asc' } }),
    found: found.body.results.map(({ id, subtitle }) => [id, subtitle !== '']),
    ticket: (await call()('POST /api/tickets/list', tickets, agent.as)).body.rows[0]?.cells,
    ticketsOfAccount: (
      await call()('POST /api/tickets/list', { ...tickets, filter: account }, agent.as)
    ).body.rows?.length,
    inQueue: queue.body.rows.find(({ id }) => id === otherId)?.phone,
    inConversation: [other.body.phone, other.body.draft.phone],
    inLead: [leads.body.leads[0]?.phone, lead.body.phone],
    onBoard: await stepsOnBoard(dealId),
  };
}

/** What is next of a deal: on the board, on a card that is asked anew, on its page. */
async function stepsOnBoard(id: number) {
  const board = (await call()('GET /api/deal-board', {}, agent.as)).body;
  const input = { pipelineId: board.pipelineId, ids: [id] };
  const cards = (await call()('POST /api/deal-board/cards', input, agent.as)).body;
  const page = await call()('GET /api/deals/{id}', { id }, agent.as);
  const onBoard = board.columns[0]?.deals.find((one) => one.id === id);
  return [onBoard?.nextStep, cards.deals[0]?.nextStep, page.body.nextStep];
}

test('no list and no search tells what a veil hides, and all do after the caller is known', async () => {
  const { subscriberId, ticketId, otherId } = called;
  const plain = await told();
  const id = await ask(made.world, { phone });
  await call()('POST /api/conversations/{id}/take', { id }, agent.as);
  expect(plain).toEqual({
    behindLoss: 1,
    behindFigure: 1,
    byId: [{ id: subscriberId, phone }],
    byPhone: [{ id: subscriberId, phone }],
    byBirthday: 1,
    sorted: [{ id: subscriberId, phone }],
    found: [[subscriberId, true]],
    ticket: { id: ticketId, subject: 'Обрыв', account: `40-${subscriberId}` },
    ticketsOfAccount: 1,
    inQueue: '+79126000022',
    inConversation: ['+79126000022', '+79126000022'],
    inLead: ['+79126000022', '+79126000022'],
    onBoard: Array.from({ length: 3 }, () => 'Тётя Клава после шести'),
  });
  expect(await told()).toEqual({
    behindLoss: 0,
    behindFigure: 0,
    byId: [{ id: subscriberId, phone: null }],
    byPhone: [],
    byBirthday: 0,
    sorted: [],
    found: [[subscriberId, false]],
    ticket: { id: ticketId, subject: 'Обрыв', account: null },
    ticketsOfAccount: 0,
    inQueue: '',
    inConversation: ['', ''],
    inLead: ['', ''],
    onBoard: ['', '', ''],
  });
  // The talk itself keeps the phone it is led by.
  const { body } = await call()('GET /api/conversations/{id}', { id }, agent.as);
  expect(body.phone).toBe(phone);
  expect(body.id).not.toBe(otherId);
  const path = 'POST /api/conversations/{id}/verification/let-through';
  expect((await call()(path, { id, reason: 'Паспорт' }, agent.as)).status).toBe(200);
  expect(await told()).toEqual(plain);
  await made.world.ctx.pool.query(`delete from verifications`);
  await made.world.ctx.pool.query(
    `update conversations set state = 'closed', closed_at = now(), closed_outcome = 'answered',
            offer_from = null, escalate_at = null where id = $1`,
    [id],
  );
});

test('while nobody knows who is on the line, nothing is filtered or sorted by what is personal', async () => {
  const { subscriberId } = called;
  const id = await ask(made.world, { phone: '+79126000023' });
  await call()('POST /api/conversations/{id}/take', { id }, agent.as);
  await call()('POST /api/conversations/{id}/calls', { id }, agent.as);
  expect(await told()).toMatchObject({
    byId: [{ id: subscriberId, phone: null }],
    byPhone: 'kernel.hidden_now',
    byBirthday: 'kernel.hidden_now',
    sorted: 'kernel.hidden_now',
    // By what the caller tells they are found all the same, so that they can be verified.
    found: [[subscriberId, false]],
    ticket: { account: null },
    inQueue: '',
  });
  const persons = 'POST /api/subscribers/{id}/contact-persons';
  const added = await call()(
    persons,
    { id: subscriberId, name: 'Сосед', role: 'other' as const },
    agent.as,
  );
  expect(added.body.code).toBe('subscribers.caller_unverified');
});
