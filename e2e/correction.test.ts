import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../src/billing/api.ts';
import { api as subscribersApi } from '../src/subscribers/api.ts';
import { addAccount, post } from '../src/testing/accounts.ts';
import { signedIn } from '../src/testing/staff.ts';
import { expectSoundInBoth } from './testing/expect-sound-page.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let world: Screen['world'];
let page: Screen['page'];
let errors: Screen['errors'];
let close: Screen['close'];
let administrator: Screen['administrator'];
let accountId = 0;

beforeAll(async () => {
  ({ world, administrator, page, errors, close } = await openScreen());
  const person = { kind: 'person' as const, lastName: 'Переплатова', firstName: 'Анна' };
  const made = await world.via(subscribersApi)('POST /api/subscribers', person, administrator.as);
  accountId = await addAccount(world, made.body.id);
  for (const [kind, occurredOn, counterpart, amountMinor] of [
    ['monthly_charges', '2026-01-01', 'revenue', -60_000],
    ['payments', '2026-01-12', 'gateway', 60_000],
    ['monthly_charges', '2026-02-01', 'revenue', -60_000],
  ] as const) {
    await post(world, accountId, { kind, occurredOn, counterpart, amountMinor });
  }
});

afterAll(() => close());

const button = (name: string | RegExp) => page.getByRole('button', { name });

test('from a line of the statement to a ticket, a proposal, an approval, and back', async () => {
  await page.goto(`${world.address}/accounts/${accountId}`);
  await page.getByRole('cell', { name: '01.02.2026', exact: true }).waitFor();
  await expectSoundInBoth(page);
  const about = 'Абонентская плата 600 ₽ от 01.02.2026';
  await page.getByRole('link', { name: `Тикет об этом: ${about}` }).click();
  await page.getByRole('combobox', { name: 'Категория' }).click();
  await page.getByRole('option', { name: 'Вопрос по оплате' }).click();
  await button('Создать').click();
  await page.getByRole('link', { name: about, exact: true }).waitFor();
  await button('Предложить коррекцию').click();
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.getByLabel('Сумма').inputValue()).toBe('600');
  // More than was charged is a gift, and said to be one.
  const kind = async (name: string) => {
    await dialog.getByRole('combobox', { name: 'Вид' }).click();
    await page.getByRole('option', { name }).click();
  };
  await kind('Компенсация');
  await dialog.getByLabel('Сумма').fill('650');
  await dialog.getByText(/На 50\s₽ больше, чем осталось вернуть/).waitFor();
  await dialog.getByLabel('Сумма').fill('600');
  await dialog.getByText(/больше, чем осталось вернуть/).waitFor({ state: 'hidden' });
  await kind('Возврат');
  await dialog.getByRole('combobox', { name: 'Причина' }).click();
  await page.getByRole('option', { name: 'Начислено по ошибке' }).click();
  await dialog.getByLabel('Пояснение').fill('Абонент был отключён весь февраль');
  await expectSoundInBoth(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Предложить коррекцию' }).click();
  await page.getByText('Ждёт решения').waitFor();
  await page.getByText('Свою коррекцию одобряет другой сотрудник').waitFor();
  await expectSoundInBoth(page);
  const approver = await signedIn(world, { name: 'Главная Нина' });
  const billing = world.via(billingApi);
  const { body } = await billing('GET /api/corrections', {}, approver.as);
  const id = body.corrections[0]?.id ?? 0;
  await billing('POST /api/corrections/{id}/approve', { id }, approver.as);
  // The page that is open hears of it by itself.
  await page.getByText('Проведено', { exact: true }).waitFor();
  await page.getByText(/Одобрена и проведена коррекция/).waitFor();
  await page.getByRole('link', { name: about, exact: true }).click();
  await page.getByText('баланс 0 ₽').waitFor();
  await expectSoundInBoth(page);
  expect(errors()).toEqual([]);
});

test('whoever decides finds what waits, with a number at its icon, and refuses with a word', async () => {
  const agent = await signedIn(world, { role: 'agent', name: 'Агеева Ольга' });
  const billing = world.via(billingApi);
  const { body } = await billing('GET /api/correction-reasons', {}, agent.as);
  const proposal = { id: accountId, kind: 'compensation' as const, amountMinor: 15_000 };
  const reasonId = body.reasons[0]?.id ?? 0;
  await page.goto(`${world.address}/corrections`);
  await page.getByText('Здесь пусто').waitFor();
  await billing('POST /api/accounts/{id}/corrections', { ...proposal, reasonId }, agent.as);
  await page.getByText('Агеева Ольга').waitFor();
  await page.getByText('1 коррекция ждёт вашего решения').waitFor({ state: 'attached' });
  await expectSoundInBoth(page);
  await button('Отказать').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Почему отказ').fill('Связь была');
  await dialog.getByRole('button', { name: 'Отказать' }).click();
  await page.getByText('Здесь пусто').waitFor();
  await button('Решённые').click();
  await page.getByText('Отказ: Связь была').waitFor();
  await page.goto(`${world.address}/settings/corrections`);
  await page.getByText('Руководитель смены').waitFor();
  await expectSoundInBoth(page);
  expect(errors()).toEqual([]);
});
