import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { encode } from './reading/encodings.ts';
import { importSteps } from './testing/import-steps.ts';

let world: World;
let steps: ReturnType<typeof importSteps>;

beforeAll(async () => {
  world = await createWorld();
  steps = importSteps(world, (await signedIn(world)).as);
});
afterAll(() => world.close());

const rowsOf = async (query: string): Promise<Record<string, unknown>[]> =>
  (await sql<Record<string, unknown>>`${sql.raw(query)}`.execute(world.ctx.db)).rows;

const ivanovs = '8 (913) 123-45-67, 33-22-11';
const lenina5 = 'г. Томск, ул. Ленина, д. 5';
const base = `Лицевой счёт;ФИО;Телефон;Адрес;Тариф;Абонплата;Баланс;Логин;Этаж
1001;Иванов Иван Иванович;${ivanovs};${lenina5}, кв. 12;Домашний 100;450,00;-120,50;ivanov;3
1002;Петрова Анна;+79131234568;${lenina5}, кв. 13;Домашний 100;500,00;300,00;petrova;4
1003;ООО "Ромашка";нет;г. Томск, пр. Мира, 7;Бизнес;1 500,00;0,00;romashka;1
`;

describe('a base in windows-1251 with a decimal comma', () => {
  it('comes in whole, with accounts, balances, tariffs and attributes', async () => {
    const uploaded = await steps.upload(encode(base, 'windows-1251'));
    expect(uploaded.status).toBe(201);
    expect(uploaded.body).toMatchObject({
      state: 'uploaded',
      preset: 'russian',
      key: 'accountNumber',
      format: { kind: 'csv', encoding: 'windows-1251', delimiter: ';', hasHeader: true },
    });
    const checked = await steps.check(uploaded.body.id);
    expect(checked).toMatchObject({
      state: 'checked',
      rowCount: 3,
      errorCount: 0,
      warningCount: 2,
      counts: { toCreate: 3, toUpdate: 0, newTariffs: 2, duplicates: 0 },
    });
    const applied = await steps.apply(uploaded.body.id);
    expect(applied).toMatchObject({ state: 'applied', counts: { created: 3, updated: 0 } });
    expect(
      await rowsOf(`select s.display_name, s.kind, s.last_name, s.attributes, a.number,
          b.balance_minor, p.name as tariff, o.monthly_fee_minor, l.login
        from subscribers s join accounts a on a.subscriber_id = s.id
        left join ledger_accounts la on la.account_id = a.id
        left join ledger_balances b on b.ledger_account_id = la.id
        join subscriptions o on o.account_id = a.id
        join product_versions v on v.id = o.product_version_id
        join products p on p.id = v.product_id
        join service_lines l on l.account_id = a.id order by s.id`),
    ).toEqual([
      {
        displayName: 'Иванов Иван Иванович',
        kind: 'person',
        lastName: 'Иванов',
        attributes: { etazh: 3 },
        number: '1001',
        balanceMinor: -12050,
        tariff: 'Домашний 100',
        monthlyFeeMinor: 45000,
        login: 'ivanov',
      },
      {
        displayName: 'Петрова Анна',
        kind: 'person',
        lastName: 'Петрова',
        attributes: { etazh: 4 },
        number: '1002',
        balanceMinor: 30000,
        tariff: 'Домашний 100',
        monthlyFeeMinor: 50000,
        login: 'petrova',
      },
      {
        displayName: 'ООО "Ромашка"',
        kind: 'organisation',
        lastName: null,
        attributes: { etazh: 1 },
        number: '1003',
        balanceMinor: null,
        tariff: 'Бизнес',
        monthlyFeeMinor: 150000,
        login: 'romashka',
      },
    ]);
  });
});
