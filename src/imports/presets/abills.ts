import type { Preset } from './preset.ts';

/**
 * ABillS: the field names of its own import and export of subscribers, and the headings of its
 * Russian lists. DISABLE is 0 for on, 1 off, 2 not yet active, 3 paused.
 */
export const abills: Preset = {
  name: 'abills',
  title: { ru: 'ABillS', en: 'ABillS' },
  key: 'login',
  columns: [
    { names: ['LOGIN', 'Логин'], target: 'login' },
    { names: ['UID'], target: 'externalId', isTelling: true },
    { names: ['PASSWORD', 'Пароль'], target: 'ignore' },
    { names: ['FIO', 'ФИО'], target: 'fullName' },
    { names: ['FIO2'], target: 'firstName', isTelling: true },
    { names: ['FIO3'], target: 'middleName', isTelling: true },
    { names: ['PHONE', 'Телефон', 'PHONE_ALL'], target: 'phone' },
    { names: ['CELL_PHONE', 'Сотовый телефон'], target: 'phone', isTelling: true },
    { names: ['EMAIL', 'E-mail'], target: 'email' },
    { names: ['CITY'], target: 'city' },
    { names: ['ADDRESS_DISTRICT', 'DISTRICT_NAME'], target: 'city', isTelling: true },
    { names: ['ADDRESS_STREET'], target: 'street', isTelling: true },
    { names: ['ADDRESS_BUILD'], target: 'building', isTelling: true },
    { names: ['ADDRESS_FLAT'], target: 'flat', isTelling: true },
    { names: ['ADDRESS_FULL', 'Адрес'], target: 'address' },
    { names: ['CONTRACT_ID', 'Договор'], target: 'contractNumber', isTelling: true },
    { names: ['CONTRACT_DATE', 'Дата договора'], target: 'contractOn' },
    { names: ['CONTRACT_SUFIX'], target: 'ignore', isTelling: true },
    { names: ['PASPORT_NUM'], target: 'document', isTelling: true },
    { names: ['PASPORT_DATE'], target: 'ignore', isTelling: true },
    { names: ['PASPORT_GRANT'], target: 'ignore', isTelling: true },
    { names: ['DEPOSIT', 'Депозит'], target: 'balance', isTelling: true },
    { names: ['CREDIT', 'Кредит'], target: 'creditLimit' },
    { names: ['CREDIT_DATE', 'REDUCTION_DATE', 'ZIP', 'COUNTRY_ID', 'NETMASK'], target: 'ignore' },
    { names: ['REDUCTION', 'Скидка'], target: 'attribute', type: 'number', isTelling: true },
    {
      names: ['DISABLE'],
      target: 'status',
      values: { '0': 'active', '1': 'suspended', '2': 'prospect', '3': 'suspended' },
      isTelling: true,
    },
    { names: ['REGISTRATION', 'Регистрация'], target: 'customerSince', isTelling: true },
    { names: ['TP_NAME', 'Тарифный план'], target: 'tariffName', isTelling: true },
    { names: ['TP_ID', 'TP_NUM'], target: 'ignore', isTelling: true },
    { names: ['MONTH_FEE'], target: 'monthlyFee', isTelling: true },
    { names: ['ACTIVATE'], target: 'startedOn', isTelling: true },
    { names: ['IP'], target: 'ip' },
    { names: ['CID'], target: 'mac', isTelling: true },
    { names: ['GID', 'Группа'], target: 'attribute', type: 'text', isTelling: true },
    { names: ['COMMENTS', 'Примечание'], target: 'note' },
  ],
};
