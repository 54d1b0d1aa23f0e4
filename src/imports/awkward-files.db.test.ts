import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';
import type { Encoding } from './reading/encoding-names.ts';
import { encode } from './reading/encodings.ts';
import { importSteps } from './testing/import-steps.ts';

let world: World;
let me: SignedIn;
let steps: ReturnType<typeof importSteps>;
beforeAll(async () => {
  world = await createWorld();
  me = await signedIn(world);
  steps = importSteps(world, me.as);
});
afterAll(() => world.close());

/** Uploads and checks a file. */
async function checked(file: string | Buffer, fileName?: string) {
  const { status, body } = await steps.upload(file, fileName);
  expect(status).toBe(201);
  return { uploaded: body, view: await steps.check(body.id) };
}

/** The rows that are handed back, each as its cells. */
async function errorFile(id: number): Promise<string[][]> {
  const { body } = await world.via(api)('GET /api/imports/{id}/errors.csv', { id }, me.as);
  const text = body as unknown as string;
  return text
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) =>
      Array.from(line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g), ([, quoted, plain]) =>
        (quoted ?? plain ?? '').replaceAll('""', '"'),
      ),
    );
}

async function named(pattern: string): Promise<Record<string, unknown>[]> {
  const { rows } = await world.ctx.pool.query<Record<string, unknown>>(
    `select s.display_name as name, a.number, a.contract_on::text as "contractOn", s.attributes,
            s.note
     from subscribers s left join accounts a on a.subscriber_id = s.id
     where s.display_name like $1 order by a.number`,
    [pattern],
  );
  return rows;
}

describe('encodings', () => {
  const rows = (first: number) =>
    `Лицевой счёт;ФИО;Адрес\n${first};Ёлкин Пётр;г. Томск, ул. Мира, д. 1, кв. 2\n` +
    `${first + 1};Щукина Юлия;г. Томск, ул. Мира, д. 1, кв. 3\n`;

  it.each<[Encoding, number]>([
    ['windows-1251', 1100],
    ['koi8-r', 1200],
    ['cp866', 1300],
    ['utf-16le', 1400],
  ])('%s comes in letter by letter', async (encoding, first) => {
    const { uploaded, view } = await checked(encode(rows(first), encoding));
    expect(uploaded.format).toMatchObject({ encoding });
    expect(view).toMatchObject({ rowCount: 2, errorCount: 0 });
    await steps.apply(view.id);
    const names = (await named('%')).filter(({ number }) => Number(number) >= first);
    expect(names.map(({ name }) => name)).toEqual(['Ёлкин Пётр', 'Щукина Юлия']);
  });

  it('the mark of UTF-8 is no part of the first heading', async () => {
    const { uploaded } = await checked(`\uFEFF${rows(1500)}`);
    expect(uploaded).toMatchObject({
      key: 'accountNumber',
      columns: ['Лицевой счёт', 'ФИО', 'Адрес'],
    });
  });

  it('a row with bytes that are none of UTF-8 is handed back, the others come in', async () => {
    const good = Buffer.from(rows(1600));
    const bad = encode('1602;Жуков Олег;ул. Мира\n', 'windows-1251');
    const { view } = await checked(Buffer.concat([good, bad, Buffer.from('1603;Цой Яна;\n')]));
    expect(view).toMatchObject({ rowCount: 4, errorCount: 1, counts: { toCreate: 3 } });
    const [row] = await errorFile(view.id);
    expect(row?.slice(0, 2)).toEqual(['4', '1602']);
    expect(row?.at(-1)).toContain('Есть знаки не в кодировке utf-8');
  });

  it('a byte that windows-1251 has no letter for stops its own row only', async () => {
    const text = encode(rows(1700), 'windows-1251');
    text[text.lastIndexOf(encode('Юлия', 'windows-1251'))] = 0x98;
    const { uploaded, view } = await checked(text);
    expect(uploaded.format).toMatchObject({ encoding: 'windows-1251' });
    expect(view).toMatchObject({ errorCount: 1, counts: { toCreate: 1 } });
    expect((await errorFile(view.id))[0]?.[1]).toBe('1701');
  });
});

describe('cells and columns', () => {
  it('a cell of 10 MB is told by its row and swallows no other', async () => {
    const huge = 'я'.repeat(5_000_000);
    const { view } = await checked(
      `Лицевой счёт;ФИО;Адрес\n2001;Первый Иван;\n2002;Огромный Иван;${huge}\n2003;Третий Иван;\n`,
    );
    expect(view).toMatchObject({ rowCount: 3, errorCount: 1, counts: { toCreate: 2 } });
    const [row] = await errorFile(view.id);
    expect(row?.[0]).toBe('3');
    expect(row?.[1]).toMatch(/^2002;Огромный Иван;я{100}/);
    expect(row?.at(-1)).toContain('длиннее 65536 знаков');
  });

  it('odd quotes stop their own rows only, and quotes inside a name are kept', async () => {
    const { view } = await checked(
      'Лицевой счёт;ФИО\n2101;ООО "Ромашка"\n2102;"Лиш"нее\n2103;"ЗАО ""Лён"""\n2104;"Не закрыта\n',
    );
    expect(view).toMatchObject({ rowCount: 4, errorCount: 2, counts: { toCreate: 2 } });
    await steps.apply(view.id);
    expect((await named('%О "%')).map(({ name }) => name)).toEqual(['ООО "Ромашка"', 'ЗАО "Лён"']);
    const problems = (await errorFile(view.id)).map((row) => row.at(-1));
    expect(problems).toEqual([
      'После закрывающей кавычки стоит лишнее: строка не разбирается.',
      'Кавычка открыта и не закрыта.',
    ]);
  });

  it('columns of equal names are told apart, and both are kept', async () => {
    const { uploaded, view } = await checked(
      'Лицевой счёт;ФИО;Примета;Примета\n2201;Двойной Иван;рыжий;высокий\n',
    );
    expect(new Set(uploaded.columns).size).toBe(4);
    await steps.apply(view.id);
    const [row] = await named('Двойной%');
    const values = Object.values(row?.['attributes'] ?? {});
    expect(new Set(values)).toEqual(new Set(['высокий', 'рыжий']));
  });

  it('columns put in the wrong places are told in words, before anything is written', async () => {
    const { body } = await steps.upload('Лицевой счёт;ФИО;Баланс\n2301;Кривой Иван;10\n');
    const asName = [{ target: 'balance' }, { target: 'fullName' }, { target: 'accountNumber' }];
    await steps.map(body.id, { mapping: asName, key: 'accountNumber' });
    expect(await steps.check(body.id)).toMatchObject({ errorCount: 0 });
    const asMoney = [{ target: 'accountNumber' }, { target: 'balance' }, { target: 'birthOn' }];
    await steps.map(body.id, { mapping: asMoney, key: 'accountNumber' });
    expect(await steps.check(body.id)).toMatchObject({ errorCount: 1, counts: { toCreate: 0 } });
    expect((await errorFile(body.id))[0]?.at(-1)).toContain('«ФИО»: «Кривой Иван» — не сумма.');
    const twice = [{ target: 'fullName' }, { target: 'fullName' }, { target: 'balance' }];
    const refused = await steps.map(body.id, { mapping: twice, key: 'rowNumber' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'imports.target_twice' } });
    const unkeyed = [{ target: 'fullName' }, { target: 'note' }, { target: 'balance' }];
    const keyless = await steps.map(body.id, { mapping: unkeyed, key: 'phone' });
    expect(keyless).toMatchObject({ status: 422, body: { code: 'imports.key_not_mapped' } });
    expect(await named('Кривой%')).toEqual([]);
  });

  it('formulas are handed back as text that no spreadsheet runs', async () => {
    const { view } = await checked(
      `Лицевой счёт;ФИО;Баланс\n2401;=HYPERLINK("http://x.test");=1+1\n2402;@SUM(A1);+cmd|'/c calc'!A0\n`,
    );
    expect(view).toMatchObject({ errorCount: 2 });
    const cells = (await errorFile(view.id)).flatMap((row) => row.slice(2, 4));
    for (const cell of cells) expect(cell).toMatch(/^'[=@+]/);
  });
});

const empty = { status: 422, code: 'imports.file_empty' };
const broken = { status: 422, code: 'imports.file_cut_short' };

test.each([
  ['nothing', '', empty],
  ['a mark alone', '\uFEFF', empty],
  ['blank lines', '\n \r\n\n', empty],
  ['another archive', Buffer.from('PK\u0003\u0004 and no workbook'), broken],
])('%s is no base, and is not kept', async (_, content, refusal) => {
  const kept = async () => {
    const { rows } = await world.ctx.pool.query<{ imports: number; files: number }>(
      `select (select count(*)::int from imports) as imports,
              (select count(*)::int from files where erased_at is null) as files`,
    );
    return rows[0];
  };
  const before = await kept();
  const { status, body } = await steps.upload(content);
  expect({ status, code: body.code }).toEqual(refusal);
  expect(body.title).toMatch(/[а-я]/);
  expect(await kept()).toEqual(before);
});

test('a heading without rows is checked as an empty base', async () => {
  const { view } = await checked('Лицевой счёт;ФИО\n');
  expect(view).toMatchObject({ state: 'checked', rowCount: 0, counts: { toCreate: 0 } });
});

test('a workbook with dates, numbers and formulas comes in as it shows', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Абоненты');
  sheet.addRow(['Лицевой счёт', 'ФИО', 'Дата договора', 'Баланс', 'Телефон']);
  const day = new Date(Date.UTC(2024, 1, 29));
  sheet.addRow([3001, 'Табличный Иван', day, { formula: 'A2*2', result: 60.5 }, 79_130_003_001]);
  sheet.addRow([3002, 'Табличная Анна', '01.03.2024', { error: '#N/A' }, '']);
  sheet.getCell('C2').numFmt = 'dd.mm.yyyy';
  const { uploaded, view } = await checked(Buffer.from(await book.xlsx.writeBuffer()), 'b.xlsx');
  expect(uploaded).toMatchObject({ format: { kind: 'xlsx' }, sheets: ['Абоненты'] });
  expect(view).toMatchObject({ rowCount: 2, errorCount: 1 });
  expect((await errorFile(view.id))[0]?.at(-1)).toContain('«#N/A» — не сумма');
  await steps.apply(view.id);
  expect(await named('Таблич%')).toMatchObject([
    { name: 'Табличный Иван', number: '3001', contractOn: '2024-02-29' },
  ]);
});

test('the same file again doubles nothing; a changed one changes what differs', async () => {
  const base = (phone: string) =>
    'Лицевой счёт;ФИО;Телефон;Адрес;Тариф;Абонплата;Баланс;Логин\n' +
    `4001;Повторный Иван;${phone};г. Томск, ул. Мира, д. 9, кв. 1;Домашний;450;100;povtor1\n` +
    '4002;Повторная Анна;8 913 000-40-02;г. Томск, ул. Мира, д. 9, кв. 2;Домашний;450;5;povtor2\n';
  const sums = async () => {
    const { rows } = await world.ctx.pool.query(`
      select (select count(*) from subscribers where display_name like 'Повторн%') as people,
             (select count(*) from accounts where number like '400_') as accounts,
             (select count(*) from contacts where value like '+791300040%') as phones,
             (select count(*) from service_lines where login like 'povtor%') as lines,
             (select count(*) from subscriptions o join accounts a on a.id = o.account_id
              where a.number like '400_') as subscriptions,
             (select sum(b.balance_minor) from ledger_balances b
              join ledger_accounts l on l.id = b.ledger_account_id
              join accounts a on a.id = l.account_id where a.number like '400_') as money`);
    return rows[0] as Record<string, unknown>;
  };
  await steps.bring(base('8 913 000-40-01'));
  const once = await sums();
  const again = await steps.bring(base('8 913 000-40-01'));
  expect(again).toMatchObject({ counts: { created: 0, updated: 0, unchanged: 2 } });
  expect(again.sameFileAs).not.toBeNull();
  expect(await sums()).toEqual(once);
  const changed = await steps.bring(base('8 913 000-40-09'));
  expect(changed).toMatchObject({ counts: { created: 0, updated: 1, unchanged: 1 } });
  expect(await sums()).toEqual({ ...once, phones: Number(once['phones']) + 1 });
});
