import type { Preset } from './preset.ts';

/** The names that sessions and calls go by in exports of RADIUS, billings and exchanges. */
export const usageTable: Preset = {
  name: 'usage',
  title: { ru: 'Сессии и звонки', en: 'Sessions and calls' },
  key: 'usageKey',
  columns: [
    {
      names: [
        'ID сессии',
        'Сессия',
        'Номер сессии',
        'ID звонка',
        'Acct-Session-Id',
        'acctsessionid',
        'acctuniqueid',
        'Session',
        'Session ID',
        'Call ID',
        'uniqueid',
      ],
      target: 'usageKey',
    },
    {
      names: ['Лицевой счёт', 'Лицевой счет', 'Счёт', 'Л/с', 'ЛС', 'Account', 'Account number'],
      target: 'accountNumber',
    },
    {
      names: ['Логин', 'Пользователь', 'User-Name', 'username', 'Login', 'User', 'uid'],
      target: 'login',
    },
    {
      names: ['Номер линии', 'Номер телефона', 'Абонентский номер', 'Кто звонил', 'src', 'Caller'],
      target: 'lineNumber',
    },
    {
      names: [
        'Начало',
        'Начало сессии',
        'Дата начала',
        'Дата и время',
        'Дата',
        'acctstarttime',
        'Start',
        'Start time',
        'Started at',
        'calldate',
        'Began',
      ],
      target: 'beganAt',
    },
    {
      names: ['Конец', 'Конец сессии', 'Окончание', 'acctstoptime', 'Stop', 'Stop time', 'End'],
      target: 'endedAt',
    },
    {
      names: [
        'Трафик',
        'Объём',
        'Байт',
        'Трафик, МБ',
        'Трафик, ГБ',
        'bytes',
        'Traffic',
        'Total bytes',
      ],
      target: 'usedBytes',
    },
    {
      names: [
        'Входящий',
        'Входящий трафик',
        'Принято',
        'acctoutputoctets',
        'Acct-Output-Octets',
        'bytes in',
        'Download',
      ],
      target: 'bytesIn',
    },
    {
      names: [
        'Исходящий',
        'Исходящий трафик',
        'Передано',
        'acctinputoctets',
        'Acct-Input-Octets',
        'bytes out',
        'Upload',
      ],
      target: 'bytesOut',
    },
    {
      names: [
        'Длительность',
        'Продолжительность',
        'Секунд',
        'Минут',
        'acctsessiontime',
        'Acct-Session-Time',
        'billsec',
        'Duration',
        'Seconds',
      ],
      target: 'usedSeconds',
    },
  ],
};
