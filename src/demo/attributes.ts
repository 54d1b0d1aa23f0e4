import type { AttributeLoad } from '../work/index.ts';

export const routers = ['Свой', 'Кедр AX3', 'Лиман N300', 'Не установлен'];

export const SILENT = 'Перестал платить';
export const spokenReasons = [
  'Переезд',
  'Цена',
  'Качество связи',
  'Ушёл к другому оператору',
  'Не пользуется',
];

/** What the demo operator keeps about its subscribers beyond what everybody does. */
export const attributes: readonly AttributeLoad[] = [
  { key: 'router', label: 'Роутер', type: 'choice', choices: routers },
  { key: 'competitor_at_house', label: 'Конкурент в доме', type: 'boolean', choices: [] },
  {
    key: 'churn_reason',
    label: 'Причина ухода',
    type: 'choice',
    choices: [SILENT, ...spokenReasons],
  },
];
