import type { PresetColumn } from './preset.ts';
import { statusWords } from './russian-words.ts';

/** Where a subscriber is connected, the account, the line and what is paid for. */
export const accountColumns: readonly PresetColumn[] = [
  {
    names: [
      'Адрес',
      'Адрес подключения',
      'Адрес установки',
      'Адрес абонента',
      'Address',
      'Service address',
    ],
    target: 'address',
  },
  { names: ['Город', 'Населенный пункт', 'Нас. пункт', 'City', 'Town', 'Місто'], target: 'city' },
  { names: ['Улица', 'Street', 'Вулиця'], target: 'street' },
  { names: ['Дом', '№ дома', 'Номер дома', 'House', 'Building', 'Будинок'], target: 'building' },
  { names: ['Корпус', 'Корп', 'Строение', 'Block'], target: 'block' },
  {
    names: ['Квартира', 'Кв', 'Кв.', 'Офис', '№ квартиры', 'Flat', 'Apartment', 'Apt', 'Unit'],
    target: 'flat',
  },
  { names: ['Валюта', 'Currency'], target: 'currency' },
  { names: ['Баланс', 'Остаток', 'Сальдо', 'Депозит', 'Balance'], target: 'balance' },
  { names: ['Долг', 'Задолженность', 'Debt'], target: 'balance', isNegated: true },
  {
    names: ['Кредит', 'Кредитный лимит', 'Лимит', 'Credit limit', 'Credit'],
    target: 'creditLimit',
  },
  {
    names: ['Состояние счета', 'Статус счета', 'Account state', 'Account status'],
    target: 'accountState',
    values: { ...statusWords, закрыт: 'closed', closed: 'closed' },
  },
  {
    names: ['Порядок оплаты', 'Тип расчетов', 'Payment mode', 'Billing type'],
    target: 'paymentMode',
    values: {
      аванс: 'prepaid',
      авансовый: 'prepaid',
      авансовая: 'prepaid',
      предоплата: 'prepaid',
      prepaid: 'prepaid',
      постоплата: 'postpaid',
      кредитный: 'postpaid',
      кредитная: 'postpaid',
      'по итогам месяца': 'postpaid',
      postpaid: 'postpaid',
    },
  },
  { names: ['Логин', 'Login', 'Username', 'Логін'], target: 'login' },
  { names: ['Пароль', 'Password'], target: 'ignore' },
  { names: ['IP', 'IP адрес', 'IP-address'], target: 'ip' },
  { names: ['MAC', 'MAC адрес', 'MAC-address'], target: 'mac' },
  { names: ['Абонентский номер', 'Номер', 'MSISDN'], target: 'lineNumber' },
  {
    names: ['Тариф', 'Тарифный план', 'ТП', 'Tariff', 'Tariff plan', 'Plan', 'Service plan'],
    target: 'tariffName',
  },
  {
    names: [
      'Абонплата',
      'Абонентская плата',
      'Стоимость',
      'Стоимость тарифа',
      'Цена',
      'Monthly fee',
      'Monthly charge',
      'Price',
      'АП',
    ],
    target: 'monthlyFee',
  },
  {
    names: ['Тариф с', 'Дата подключения тарифа', 'Дата начала', 'Start date', 'Started on'],
    target: 'startedOn',
  },
  {
    names: ['Услуги', 'Доп. услуги', 'Дополнительные услуги', 'Services', 'Add-ons'],
    target: 'services',
  },
];
