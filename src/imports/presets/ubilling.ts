import type { Preset } from './preset.ts';

/**
 * Ubilling over Stargazer: the headings of its export of the user base in English, Russian and
 * Ukrainian, and the columns of Stargazer's table of users. Down and Passive are flags.
 */
export const ubilling: Preset = {
  name: 'ubilling',
  title: { ru: 'Ubilling (Stargazer)', en: 'Ubilling (Stargazer)' },
  key: 'login',
  columns: [
    { names: ['Login', 'Логин', 'Логін'], target: 'login' },
    { names: ['Password', 'Пароль'], target: 'ignore' },
    { names: ['IP'], target: 'ip' },
    { names: ['MAC'], target: 'mac' },
    { names: ['Tariff', 'Тариф'], target: 'tariffName' },
    { names: ['Cash', 'Деньги', 'Гроші'], target: 'balance', isTelling: true },
    { names: ['Credit', 'Кредит'], target: 'creditLimit' },
    { names: ['Credit expire', 'CreditExpire', 'Кредит до'], target: 'ignore', isTelling: true },
    { names: ['Address', 'Адрес', 'Адреса'], target: 'address' },
    { names: ['Real Name', 'RealName', 'Ф.И.О.', 'ПІБ'], target: 'fullName', isTelling: true },
    { names: ['Contract', 'Договор', 'Угода'], target: 'contractNumber' },
    { names: ['Phone', 'Телефон'], target: 'phone' },
    { names: ['Mobile', 'Мобильный', 'Стільниковий'], target: 'phone' },
    { names: ['Email'], target: 'email' },
    { names: ['Note', 'Notes'], target: 'note' },
    { names: ['AlwaysOnline', 'ВсегдаОнлайн', 'ЗавждиОнлайн'], target: 'ignore', isTelling: true },
    {
      names: ['Down', 'Disabled', 'Отключен'],
      target: 'accountState',
      values: { '0': 'active', '1': 'suspended' },
      isTelling: true,
    },
    {
      names: ['Passive', 'User passive', 'Пользователь заморожен', 'Користувач заморожений'],
      target: 'status',
      values: { '0': 'active', '1': 'suspended' },
      isTelling: true,
    },
    { names: ['StgGroup'], target: 'attribute', type: 'text', isTelling: true },
    { names: ['TariffChange', 'LastCashAdd', 'LastCashAddTime'], target: 'ignore' },
    { names: ['PassiveTime', 'LastActivityTime', 'FreeMb', 'NAS'], target: 'ignore' },
    { names: ['DisabledDetailStat'], target: 'ignore', isTelling: true },
  ],
};
