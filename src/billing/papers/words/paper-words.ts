import type { Meter } from '../../../catalog/api.ts';
import type { Language } from '../../../kernel/context.ts';
import type { PaperKind } from '../../api/paper-kinds.ts';
import type { ServiceLine } from '../content.ts';

/**
 * What stands on papers in each language. It stays here, not with the screen's words: papers are
 * made by the server, for somebody else than whoever looks at the screen.
 */
type Words = {
  files: Record<PaperKind, string>;
  titles: Record<PaperKind, string>;
  kinds: Record<ServiceLine['kind'], string>;
  meters: Record<Meter, string>;
  units: Record<ServiceLine['unit'], string>;
  no: string;
  of: string;
  taxNumber: string;
  taxReasonCode: string;
  registrationNumber: string;
  phone: string;
  seller: string;
  buyer: string;
  subscriber: string;
  ground: string;
  contract: string;
  account: string;
  bankOfPayee: string;
  bankCode: string;
  accountNo: string;
  payee: string;
  payByCode: string;
  purpose: string;
  position: string;
  service: string;
  quantity: string;
  unit: string;
  price: string;
  sum: string;
  total: string;
  toPay: string;
  withoutVat: string;
  includingVat: string;
  countToPay: string;
  countServed: string;
  director: string;
  accountant: string;
  served: string;
  executor: string;
  customer: string;
  stamp: string;
  correctiveOf: string;
  before: string;
  after: string;
  difference: string;
  asItShouldBe: string;
  servicesSum: string;
  vatSum: string;
  period: string;
  day: string;
  operation: string;
  lowered: string;
  raised: string;
  balance: string;
  opening: string;
  closing: string;
  turnover: string;
  debtOn: string;
  restOn: string;
  noLines: string;
  givenBack: string;
  printedBy: string;
  page: string;
};

export const paperWords: Record<Language, Words> = {
  ru: {
    files: {
      statement: 'Выписка',
      invoice: 'Счёт',
      act: 'Акт',
      corrective_act: 'Корректировочный акт',
    },
    titles: {
      statement: 'Выписка по лицевому счёту',
      invoice: 'Счёт на оплату',
      act: 'Акт об оказанных услугах',
      corrective_act: 'Корректировочный акт',
    },
    kinds: {
      fee: 'Абонентская плата',
      connection: 'Подключение',
      instalment: 'Рассрочка',
      usage: 'По факту',
      one_off: 'Разовая услуга',
      correction: 'Перерасчёт',
      advance: 'Аванс за услуги связи',
      debt: 'Услуги связи, задолженность по лицевому счёту',
    },
    meters: { bytes: 'трафик', seconds: 'время соединений' },
    units: { month: 'мес.', service: 'усл.' },
    no: '№',
    of: 'от',
    taxNumber: 'ИНН',
    taxReasonCode: 'КПП',
    registrationNumber: 'ОГРН',
    phone: 'тел.',
    seller: 'Исполнитель',
    buyer: 'Заказчик',
    subscriber: 'Абонент',
    ground: 'Основание',
    contract: 'договор',
    account: 'лицевой счёт',
    bankOfPayee: 'Банк получателя',
    bankCode: 'БИК',
    accountNo: 'Сч. №',
    payee: 'Получатель',
    payByCode: 'Оплата по QR-коду',
    purpose: 'Назначение платежа',
    position: '№',
    service: 'Наименование услуги',
    quantity: 'Кол-во',
    unit: 'Ед.',
    price: 'Цена',
    sum: 'Сумма',
    total: 'Итого',
    toPay: 'Всего к оплате',
    withoutVat: 'Без НДС',
    includingVat: 'В том числе НДС',
    countToPay: 'Всего наименований {{count}}, на сумму {{sum}}',
    countServed: 'Всего оказано услуг {{count}}, на сумму {{sum}}',
    director: 'Руководитель',
    accountant: 'Главный бухгалтер',
    served: [
      'Вышеперечисленные услуги оказаны полностью и в срок.',
      'Заказчик претензий по объёму, качеству и срокам оказания услуг не имеет.',
    ].join(' '),
    executor: 'ИСПОЛНИТЕЛЬ',
    customer: 'ЗАКАЗЧИК',
    stamp: 'М. П.',
    correctiveOf: 'к акту № {{number}} от {{on}}',
    before: 'Было',
    after: 'Стало',
    difference: 'Разница',
    asItShouldBe: 'Услуги после исправления',
    servicesSum: 'Стоимость услуг',
    vatSum: 'в том числе НДС',
    period: 'за период с {{from}} по {{to}}',
    day: 'Дата',
    operation: 'Операция',
    lowered: 'Начислено',
    raised: 'Оплачено',
    balance: 'Остаток',
    opening: 'Остаток на начало периода',
    closing: 'Остаток на конец периода',
    turnover: 'Итого за период',
    debtOn: 'Задолженность абонента на {{on}}',
    restOn: 'Остаток средств абонента на {{on}}',
    noLines: 'За период движений не было.',
    givenBack: 'Возврат: {{what}}',
    printedBy: 'Сформировано {{on}}',
    page: 'стр. {{page}} из {{pages}}',
  },
  en: {
    files: {
      statement: 'Statement',
      invoice: 'Invoice',
      act: 'Act',
      corrective_act: 'Corrective act',
    },
    titles: {
      statement: 'Statement of account',
      invoice: 'Invoice',
      act: 'Act of services rendered',
      corrective_act: 'Corrective act',
    },
    kinds: {
      fee: 'Subscription fee',
      connection: 'Connection',
      instalment: 'Instalment',
      usage: 'By use',
      one_off: 'One-off service',
      correction: 'Recalculation',
      advance: 'Advance payment for communication services',
      debt: 'Communication services, debt of the account',
    },
    meters: { bytes: 'traffic', seconds: 'time of calls' },
    units: { month: 'mo.', service: 'service' },
    no: 'No.',
    of: 'of',
    taxNumber: 'INN',
    taxReasonCode: 'KPP',
    registrationNumber: 'OGRN',
    phone: 'tel.',
    seller: 'Seller',
    buyer: 'Customer',
    subscriber: 'Subscriber',
    ground: 'Ground',
    contract: 'contract',
    account: 'account',
    bankOfPayee: 'Payee’s bank',
    bankCode: 'BIC',
    accountNo: 'Acc. No.',
    payee: 'Payee',
    payByCode: 'Pay by QR code',
    purpose: 'Purpose of payment',
    position: 'No.',
    service: 'Service',
    quantity: 'Qty',
    unit: 'Unit',
    price: 'Price',
    sum: 'Sum',
    total: 'Total',
    toPay: 'Total to pay',
    withoutVat: 'Without VAT',
    includingVat: 'Including VAT',
    countToPay: 'Items in all: {{count}}, for {{sum}}',
    countServed: 'Services rendered: {{count}}, for {{sum}}',
    director: 'Director',
    accountant: 'Chief accountant',
    served: [
      'The services above were rendered in full and in time.',
      'The customer has no claims as to their volume, quality and terms.',
    ].join(' '),
    executor: 'SELLER',
    customer: 'CUSTOMER',
    stamp: 'Seal',
    correctiveOf: 'to act No. {{number}} of {{on}}',
    before: 'Was',
    after: 'Is now',
    difference: 'Difference',
    asItShouldBe: 'Services as corrected',
    servicesSum: 'Cost of services',
    vatSum: 'including VAT',
    period: 'for the period from {{from}} to {{to}}',
    day: 'Date',
    operation: 'Operation',
    lowered: 'Charged',
    raised: 'Paid',
    balance: 'Balance',
    opening: 'Balance at the beginning',
    closing: 'Balance at the end',
    turnover: 'Total of the period',
    debtOn: 'The subscriber’s debt on {{on}}',
    restOn: 'Stands on the account on {{on}}',
    noLines: 'Nothing moved in this period.',
    givenBack: 'Given back: {{what}}',
    printedBy: 'Made on {{on}}',
    page: 'page {{page}} of {{pages}}',
  },
};

/** Puts values into a text where their names stand. */
export const put = (text: string, values: Record<string, string | number>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
