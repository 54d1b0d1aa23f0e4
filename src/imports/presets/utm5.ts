import type { Preset } from './preset.ts';

/**
 * NetUP UTM5: the columns of its tables of users and accounts, as they are exported by query, and
 * the headings of its Russian interface. create_date is in seconds since 1970.
 */
export const utm5: Preset = {
  name: 'utm5',
  title: { ru: 'NetUP UTM5', en: 'NetUP UTM5' },
  key: 'accountNumber',
  columns: [
    { names: ['id', 'user_id', 'uid'], target: 'externalId' },
    { names: ['login', 'Логин'], target: 'login' },
    { names: ['password', 'Пароль'], target: 'ignore' },
    {
      names: ['basic_account', 'account_id', 'Основной лицевой счет', 'Лицевой счет'],
      target: 'accountNumber',
      isTelling: true,
    },
    { names: ['external_id', 'Внешний ID'], target: 'contractNumber' },
    { names: ['full_name', 'Полное имя'], target: 'fullName', isTelling: true },
    { names: ['email'], target: 'email' },
    { names: ['home_telephone', 'Домашний телефон'], target: 'phone', isTelling: true },
    { names: ['mobile_telephone', 'Мобильный телефон'], target: 'phone', isTelling: true },
    { names: ['work_telephone', 'Рабочий телефон'], target: 'phone', isTelling: true },
    { names: ['actual_address', 'Фактический адрес'], target: 'address', isTelling: true },
    {
      names: ['juridical_address', 'Юридический адрес'],
      target: 'attribute',
      type: 'text',
      isTelling: true,
    },
    { names: ['flat_number'], target: 'flat', isTelling: true },
    {
      names: ['is_juridical'],
      target: 'kind',
      values: { '0': 'person', '1': 'organisation' },
      isTelling: true,
    },
    { names: ['tax_number', 'ИНН'], target: 'taxNumber' },
    { names: ['passport', 'Паспорт', 'Паспортные данные'], target: 'document' },
    { names: ['balance', 'Баланс'], target: 'balance' },
    { names: ['credit', 'Кредит'], target: 'creditLimit' },
    {
      names: ['is_blocked', 'block_type', 'Блокировка'],
      target: 'accountState',
      values: { '0': 'active', '1': 'suspended' },
      isTelling: true,
    },
    { names: ['create_date', 'Дата создания'], target: 'customerSince', isTelling: true },
    { names: ['tariff_name', 'Тарифный план', 'Тариф'], target: 'tariffName' },
    { names: ['ip', 'IP-адрес'], target: 'ip' },
    { names: ['mac', 'MAC-адрес'], target: 'mac' },
    { names: ['group_name', 'Группа'], target: 'attribute', type: 'text' },
    { names: ['house_id', 'entrance', 'floor', 'icq_number', 'web_page'], target: 'ignore' },
    { names: ['comments', 'Комментарий'], target: 'note' },
  ],
};
