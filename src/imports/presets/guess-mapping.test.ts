import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileSource } from '../reading/file-source.ts';
import { detectFormat, readHead } from '../reading/table.ts';
import { guessMapping, isKnownColumnName } from './guess-mapping.ts';
import { presetsOf } from './index.ts';

const guess = (header: string, ...rows: string[]) => {
  const names = header.split(';');
  const guessed = guessMapping(
    'subscribers',
    names,
    rows.map((row) => row.split(';')),
  );
  return { ...guessed, targets: guessed.columns.map((column) => column.target) };
};

describe('guessMapping knows the source', () => {
  it.each<[string, string, string]>([
    [
      'abills',
      'LOGIN;FIO;PHONE;ADDRESS_STREET;ADDRESS_BUILD;ADDRESS_FLAT;CONTRACT_ID;DEPOSIT;' +
        'DISABLE;TP_NAME',
      'ivanov;Иванов Иван Иванович;79131234567;Ленина;5;12;77-1;10.5;0;Домашний',
    ],
    [
      'ubilling',
      'Логин;Пароль;IP;MAC;Тариф;Деньги;Кредит;Кредит до;Адрес;Ф.И.О.;Договор;ВсегдаОнлайн;' +
        'Отключен;Пользователь заморожен',
      'u1;x;10.0.0.1;00:11:22:33:44:55;Base;5;0;;Ленина 5/12;Иванов И;77;1;0;0',
    ],
    [
      'ubilling',
      'Login;Password;IP;MAC;Tariff;Cash;Credit;Credit expire;Address;Real Name;Contract;' +
        'AlwaysOnline;Disabled;User passive',
      'u1;x;10.0.0.1;00:11:22:33:44:55;Base;5;0;;Ленина 5/12;Иванов И;77;1;0;0',
    ],
    [
      'utm5',
      'id;login;basic_account;full_name;actual_address;flat_number;home_telephone;' +
        'mobile_telephone;is_juridical;create_date;balance',
      '1;u1;100;Иванов И;Ленина 5;12;83822123456;79131234567;0;1577836800;5',
    ],
    [
      'splynx',
      'ID;Status;Portal login;Full name;Phone number;Email;Street;City;Date added;Internet ' +
        'tariffs;Account balance',
      '1;Active;u1;John Smith;+420123456789;a@b.cz;Main 5;Brno;2020-01-01;Base;5',
    ],
    [
      'uisp',
      'id;userIdent;clientType;firstName;lastName;companyName;street1;street2;city;' +
        'accountBalance;isActive',
      '1;100;1;John;Smith;;Main 5;12;Brno;5;1',
    ],
    [
      'russian',
      'Лицевой счёт;ФИО;Телефон;Адрес;Тариф;Баланс',
      '100;Иванов И;89131234567;Ленина 5;Base;5',
    ],
  ])('%s', (name, header, row) => {
    const guessed = guess(header, row);
    expect(guessed.preset).toBe(name);
    expect(guessed.targets).not.toContain('attribute');
    expect(guessed.key).not.toBe('rowNumber');
  });
});

describe('guessMapping', () => {
  it('never takes a password along', () => {
    for (const name of ['Password', 'PASSWORD', 'Пароль', 'Portal password']) {
      expect(guess(`Login;${name}`, 'u1;secret').targets).toEqual(['login', 'ignore']);
    }
  });

  it('looks at the values where a name says nothing', () => {
    const rows = ['a@b.ru', 'c@d.ru', 'e@f.ru'].map(
      (mail, i) =>
        `${mail};+7 913 123-45-6${i};10.0.0.${i};00:11:22:33:44:5${i};` +
        `ул. Ленина, ${i + 1};Иванов Пётр;${i}`,
    );
    expect(guess('p1;p2;p3;p4;p5;p6;p7', ...rows).targets).toEqual([
      'email',
      'phone',
      'ip',
      'mac',
      'address',
      'fullName',
      'attribute',
    ]);
  });

  it('does not believe a name that the values deny', () => {
    const guessed = guess('Телефон;Почта', 'нет;Ленина', 'есть;Мира');
    expect(guessed.targets).toEqual(['attribute', 'attribute']);
  });

  it('gives one place to one column and keeps the other as an attribute', () => {
    expect(guess('ФИО;Абонент', 'Иванов И;Петров П').targets).toEqual(['fullName', 'attribute']);
    expect(guess('Телефон;Мобильный', '89131234567;89131234568').targets).toEqual([
      'phone',
      'phone',
    ]);
  });

  it('chooses a key that every row has once, else the row number', () => {
    expect(guess('Лицевой счет;Договор', '1;7', '2;8').key).toBe('accountNumber');
    expect(guess('Лицевой счет;Договор', '1;7', '1;8').key).toBe('contractNumber');
    expect(guess('Лицевой счет;Договор', '1;', '1;8').key).toBe('rowNumber');
  });

  it('keeps every name within its preset for one column', () => {
    for (const preset of presetsOf.subscribers) {
      const names = preset.columns.flatMap((column) =>
        column.names.map((name) => name.toLowerCase()),
      );
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

const samples = process.env['BEREG_SAMPLES'];

describe.skipIf(!samples || !existsSync(samples))(
  'the public sample bases (folder BEREG_SAMPLES)',
  () => {
    it.each([
      ['ibm_telco.csv', 'telco-sample', 21, 'accountNumber'],
      ['mlc_churn_5000.csv', 'churn-sample', 20, 'rowNumber'],
    ])('%s', async (file, preset, columns, key) => {
      const source = await fileSource(join(samples ?? '', file));
      const found = await detectFormat(source, {}, isKnownColumnName);
      if (!found.ok) throw new Error(found.failure.code);
      expect(found.value.format).toMatchObject({ kind: 'csv', delimiter: ',', hasHeader: true });
      const head = await readHead(source, found.value.format, 100);
      const guessed = guessMapping(
        'subscribers',
        head.columns,
        head.rows.map((row) => row.cells),
      );
      expect(guessed).toMatchObject({ preset, key, confidence: 1 });
      expect(guessed.columns).toHaveLength(columns);
      expect(guessed.columns.every((column) => column.confidence === 1)).toBe(true);
    });
  },
);
