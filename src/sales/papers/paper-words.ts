import type { Language } from '../../kernel/context.ts';

/** What stands on papers of a sale: they are made for the buyer, not for whoever looks. */
type Words = {
  offer: string;
  contract: string;
  no: string;
  of: string;
  service: string;
  speed: string;
  upTo: string;
  monthly: string;
  once: string;
  total: string;
  until: string;
  accept: string;
  connection: string;
  free: string;
  instalments: string;
  unequal: string;
  early: string;
  term: string;
  inParts: string;
  bundle: string;
  inUnequalParts: string;
  page: string;
  seller: string;
  buyer: string;
  signed: string;
  signature: string;
  taxNumber: string;
  phone: string;
  director: string;
};

export const paperWords: Record<Language, Words> = {
  ru: {
    offer: 'Коммерческое предложение',
    contract: 'Договор',
    no: '№',
    of: 'от',
    service: 'Услуга',
    speed: 'Скорость',
    upTo: 'до {{speed}} Мбит/с',
    monthly: 'В месяц',
    once: 'Один раз',
    total: 'Всего',
    until: 'Предложение действует до {{on}} включительно.',
    accept: 'Принять предложение можно на странице по этому коду.',
    connection: 'Оплата подключения',
    free: 'Подключение бесплатно.',
    instalments: 'Подключение оплачивается частями: {{count}} × {{sum}}, по одной в месяц.',
    unequal:
      'Подключение оплачивается частями, по одной в месяц: {{first}}, затем по {{sum}}, всего {{count}}.',
    early: 'Кто закроет счёт раньше, платит остаток сразу.',
    term: '«{{name}}»: наименьший срок — {{months}} мес. со дня подключения, отказ раньше стоит {{sum}}',
    bundle:
      'Пакет «{{name}}» ({{all}}): цены в таблице уже ниже на {{sum}} в месяц. Без ' +
      'любой из этих услуг остальные стоят столько, сколько отдельно.',
    inParts:
      '«{{name}}» — в рассрочку: {{count}} платежей по {{sum}}, по одному в месяц. При ' +
      'отказе остаток платится сразу.',
    inUnequalParts:
      '«{{name}}» — в рассрочку: {{first}}, затем по {{sum}} в месяц, всего платежей: ' +
      '{{count}}. При отказе остаток платится сразу.',
    page: 'стр. {{page}} из {{pages}}',
    seller: 'Оператор',
    buyer: 'Абонент',
    signed: 'Условия приняты на странице предложения {{at}}: {{name}}.',
    signature: 'подпись',
    taxNumber: 'ИНН',
    phone: 'тел.',
    director: 'Руководитель',
  },
  en: {
    offer: 'Offer',
    contract: 'Contract',
    no: 'No.',
    of: 'of',
    service: 'Service',
    speed: 'Speed',
    upTo: 'up to {{speed}} Mbit/s',
    monthly: 'A month',
    once: 'Once',
    total: 'Total',
    until: 'This offer holds until {{on}}, that day included.',
    accept: 'It is accepted on the page behind this code.',
    connection: 'Payment of the connection',
    free: 'The connection is free.',
    instalments: 'The connection is paid in parts: {{count}} × {{sum}}, one a month.',
    unequal:
      'The connection is paid in parts, one a month: {{first}}, then {{sum}}, {{count}} in all.',
    early: 'Who closes the account earlier pays the rest at once.',
    term: '{{name}}: the least term is {{months}} months from the connection on; leaving earlier costs {{sum}}.',
    bundle:
      'Bundle {{name}} ({{all}}): the prices above are already less by {{sum}} a ' +
      'month. Without one of these the others cost what they cost alone.',
    inParts:
      '{{name}} is paid in parts, one a month: {{count}} × {{sum}}. Whoever ends it ' +
      'pays the rest at once.',
    inUnequalParts:
      '{{name}} is paid in parts, one a month: {{first}}, then {{sum}}, {{count}} in ' +
      'all. Whoever ends it pays the rest at once.',
    page: 'page {{page}} of {{pages}}',
    seller: 'Operator',
    buyer: 'Subscriber',
    signed: 'The terms were accepted on the page of the offer on {{at}}: {{name}}.',
    signature: 'signature',
    taxNumber: 'INN',
    phone: 'tel.',
    director: 'Director',
  },
};

/** Puts values into a text where their names stand; an unknown name stays as it is. */
export const put = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => String(values[name] ?? whole));
