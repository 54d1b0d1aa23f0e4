import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { readPdf, takeBy } from '../../testing/pdf.ts';
import { nobody, openSalesDesk, type SalesDesk, tokenIn } from '../testing/sales-desk.ts';

let desk: SalesDesk;
beforeAll(async () => {
  desk = await openSalesDesk({ BEREG_PUBLIC_URL: 'https://bereg.example' });
});
afterAll(() => desk.world.close());

const take = (route: string, input: Record<string, string | number> = {}, as = desk.boss.as) =>
  takeBy(desk.world, route, { input, as });
const contractOf = 'GET /api/deals/{id}/quotes/{quoteId}/contract';
const fileOf = 'GET /api/deals/{id}/quotes/{quoteId}/file';

test('a quote is a paper: what, for how much, until when, and where to say yes', async () => {
  const id = await desk.openDeal();
  const { id: quoteId, path } = await desk.quote(id, { words: 'Как договорились', parts: 1 });
  const { name, file } = await take(fileOf, { id, quoteId });
  expect(name).toBe(`Коммерческое предложение ${quoteId}.pdf`);
  const text = await readPdf(file);
  for (const words of [
    `Коммерческое предложение № ${quoteId} от 2 марта 2026 г.`,
    'Домашний 300 до 300 Мбит/с 750,00 —',
    'Подключение — 1 000,00',
    'Всего 1 049,00 1 000,00',
    'действует до 16 марта 2026 г.',
    '«Домашний 300»: наименьший срок — 12 мес. со дня подключения, отказ раньше стоит 3 000,00 руб.',
    'Как договорились',
    `https://bereg.example${path}`,
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('Котова');
  const token = tokenIn(path);
  const shown = await take('GET /api/public/quotes/{token}/file', { token }, nobody);
  expect(shown.file.equals(file)).toBe(true);
  expect((await take(fileOf, { id, quoteId: 999_999 })).status).toBe(404);
});

test('nobody writes clauses into a contract, by a name or an address of many lines', async () => {
  const id = await desk.openDeal({ address: 'Томск,\n# 9. Скидка\nАбонент не платит' });
  const { path } = await desk.quote(id);
  const token = tokenIn(path);
  const accept = (name: string) =>
    desk.call('POST /api/public/quotes/{token}/accept', { token, name }, nobody);
  for (const name of ['Котова\n# 9. Скидка', 'Котова\u2028Анна', 'Котова \u202eАнна']) {
    expect((await accept(name)).status).toBe(422);
  }
  expect((await accept('Котова Анна')).status).toBe(200);
  const { rows } = await desk.world.ctx.pool.query<{ body: string }>(
    `select content ->> 'body' as body from contracts where deal_id = $1`,
    [id],
  );
  expect(rows[0]?.body).toContain('Томск, # 9. Скидка Абонент не платит');
  // A sum is not broken between its thousands.
  expect(rows[0]?.body).toMatch(/\d[\u00a0\u202f]\d{3},\d{2} руб/u);
});

test('an accepted quote has its contract, which no later text changes', async () => {
  const id = await desk.openDeal({ address: 'Томск, Садовая, 1', flat: '7' });
  const { quoteId, token } = await desk.accepted(id);
  const at = { id, quoteId };
  const first = await take(contractOf, at);
  const text = await readPdf(first.file);
  const number = `26-${String(quoteId).padStart(6, '0')}`;
  for (const words of [
    `Договор № ${number} от 2 марта 2026 г.`,
    'Котова Анна Павловна, далее «Абонент»',
    'по адресу: Томск, Садовая, 1, 7',
    'Абонентская плата составляет 1 049,00 руб. в месяц',
    'за подключение и оборудование, составляют 1 000,00 руб.',
    'Домашний 300',
    'Телефон Абонента: +7 913 555-10-01',
    '«Домашний 300»: наименьший срок — 12 мес. со дня подключения, отказ раньше стоит 3 000,00 руб.',
    'Условия приняты на странице предложения',
  ]) {
    expect(text).toContain(words);
  }
  // What has no name yet leaves no hole, and a sum's point ends the sentence.
  expect(text).not.toMatch(/\{\{| ,|\.\.(?!\.)/u);
  const { body: template } = await desk.call('GET /api/contract-template');
  const { version } = template;
  const wrong = { version, body: 'Для {{абонента}} и {{subscriber}}' };
  const refused = await desk.call('PUT /api/contract-template', wrong);
  expect(refused.body).toMatchObject({ code: 'sales.unknown_placeholder' });
  expect(refused.body.title).toContain('абонента');
  const body = '{{company}} и {{subscriber}} согласны во всём.';
  const changed = await desk.call('PUT /api/contract-template', { version, body });
  expect(changed.status).toBe(200);
  const late = await desk.call('PUT /api/contract-template', { version, body: 'Иначе' });
  expect(late.body.code).toBe('sales.template_changed');
  expect((await take(contractOf, at)).file.equals(first.file)).toBe(true);
  const other = await desk.openDeal();
  const { quoteId: otherQuote } = await desk.accepted(other);
  const { file } = await take(contractOf, { id: other, quoteId: otherQuote });
  expect(await readPdf(file)).toContain('Котова Анна Павловна согласны во всём.');
  const sample = await take('GET /api/contract-template/preview');
  expect(await readPdf(sample.file)).toContain('Иванова Мария Петровна согласны во всём.');
  const { body: listed } = await desk.call('GET /api/deals/{id}/quotes', { id });
  expect(listed.quotes[0]).toMatchObject({ contract: number });
  const shown = await desk.call('GET /api/public/quotes/{token}', { token }, nobody);
  expect(shown.body).toMatchObject({ hasContract: true });
});

test('by its link a paper is had while what it offers holds', async () => {
  const id = await desk.openDeal();
  const { id: quoteId, path } = await desk.quote(id);
  const token = tokenIn(path);
  const route = 'GET /api/public/quotes/{token}/file';
  const file = () => take(route, { token }, nobody);
  expect((await file()).status).toBe(200);
  const seen = async () => {
    const { quotes } = (await desk.call('GET /api/deals/{id}/quotes', { id })).body;
    return quotes[0]?.seenAt;
  };
  await desk.call('GET /api/public/quotes/{token}', { token });
  expect(await seen()).toBeNull();
  await desk.call('GET /api/public/quotes/{token}', { token }, nobody);
  expect(await seen()).not.toBeNull();
  const back = { id, quoteId, reason: 'Ошибка' };
  await desk.call('POST /api/deals/{id}/quotes/{quoteId}/withdraw', back);
  expect((await file()).status).toBe(409);
  expect((await take(fileOf, { id, quoteId })).status).toBe(200);
});

test('a contract is handed to whoever reaches the deal, and that is noted', async () => {
  const { world } = desk;
  const id = await desk.openDeal();
  const { quoteId } = await desk.accepted(id);
  const stranger = await signedIn(world, { permissions: { 'sales.work': 'own' } });
  expect((await take(contractOf, { id, quoteId }, stranger.as)).status).toBe(404);
  expect((await take(contractOf, { id, quoteId })).status).toBe(200);
  const { rows } = await world.ctx.pool.query(
    `select from events where type = 'sales.contract_downloaded' and subject_id = $1`,
    [id],
  );
  expect(rows).toHaveLength(1);
});

test('by its link a contract opens to whoever knows the phone, and guessing ends', async () => {
  const id = await desk.openDeal();
  const { token } = await desk.accepted(id);
  const by = (phoneEnd: string) =>
    take('GET /api/public/quotes/{token}/contract', { token, phoneEnd }, nobody);
  const codes = [];
  for (const phoneEnd of ['0000', '1001', '0001', '0002', '0003', '0004', '0005', '1001']) {
    codes.push((await by(phoneEnd)).status);
  }
  expect(codes).toEqual([422, 200, 422, 422, 422, 422, 422, 409]);
});

test('parts are of the connection, and free is free', async () => {
  const id = await desk.openDeal();
  const split = { payment: 'split', parts: 3, connectionMinor: 100_000 };
  const { id: quoteId } = await desk.quote(id, split);
  const { file } = await take(fileOf, { id, quoteId });
  expect(await readPdf(file)).toContain('333,34 руб., затем по 333,33 руб., всего 3');
  const refused = [
    { payment: 'split', parts: 1 },
    { payment: 'full', parts: 2 },
    { payment: 'split', parts: 3, connectionMinor: 0 },
  ];
  for (const more of refused) {
    expect(await desk.quote(id, more)).toMatchObject({ code: 'sales.nothing_to_split' });
  }
  expect(await desk.quote(id, { payment: 'free' })).toMatchObject({ code: 'sales.fee_not_free' });
  const free = await desk.quote(id, { payment: 'free', connectionMinor: 0 });
  const token = tokenIn(free.path);
  const shown = await desk.call('GET /api/public/quotes/{token}', { token }, nobody);
  expect(shown.body).toMatchObject({ payment: 'free', parts: 1, onceMinor: 0 });
});
