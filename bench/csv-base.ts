const lastNames = ['Иванов', 'Петров', 'Сидоров', 'Кузнецов', 'Смирнов', 'Попов', 'Волков'];
const firstNames = ['Иван', 'Пётр', 'Анна', 'Мария', 'Олег', 'Ольга', 'Сергей', 'Елена', 'Юлия'];
const middleNames = ['Иванович', 'Петрович', 'Сергеевна', 'Олеговна', 'Андреевич'];
const streets = ['Ленина', 'Мира', 'Гагарина', 'Садовая', 'Речная', 'Лесная', 'Школьная'];
const tariffs = ['Домашний 100', 'Домашний 300', 'Домашний 500', 'Бизнес', 'Дача'];

const LINES_AT_ONCE = 500;

/** A base as a billing exports it, always the same: accounts from `from` on, so many rows. */
export function* csvBase(from: number, rows: number): Generator<string> {
  yield 'Лицевой счёт;ФИО;Телефон;Адрес;Тариф;Абонплата;Баланс;Логин;Этаж\n';
  for (let at = from; at < from + rows; at += LINES_AT_ONCE) {
    const count = Math.min(LINES_AT_ONCE, from + rows - at);
    yield Array.from({ length: count }, (_, place) => line(at + place)).join('');
  }
}

function line(n: number): string {
  const pick = (from: readonly string[], by: number): string =>
    from[Math.floor(by) % from.length] ?? '';
  const surname = pick(lastNames, n / 3) + pick(['ов', 'ин', 'ский', 'енко', 'ук', 'ых'], n / 21);
  const name = `${surname} ${pick(firstNames, n)} ${pick(middleNames, n / 9)}`;
  const phone = `+7 9${String(100_000_000 + n).slice(0, 9)}`;
  const street = `${pick(streets, n / 4000)}-${Math.floor(n / 28_000) + 1}`;
  const address = `г. Томск, ул. ${street}, д. ${(Math.floor(n / 80) % 50) + 1}, кв. ${(n % 80) + 1}`;
  const fee = 300 + (n % 5) * 100;
  const balance = ((n * 7919) % 200_000) - 100_000;
  const sum = `${Math.trunc(balance / 100)},${String(Math.abs(balance) % 100).padStart(2, '0')}`;
  const cells = [1_000_000 + n, name, phone, address, pick(tariffs, n), `${fee},00`, sum];
  return `${[...cells, `user${n}`, (n % 9) + 1].join(';')}\n`;
}
