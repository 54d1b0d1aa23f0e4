import type { Preset } from './preset.ts';
import { accountColumns } from './russian-account-columns.ts';
import { subscriberColumns } from './russian-subscriber-columns.ts';

/** The names that columns have in lists kept by hand and in exports of unknown systems. */
export const russian: Preset = {
  name: 'russian',
  title: { ru: 'Обычная таблица', en: 'Ordinary table' },
  key: 'accountNumber',
  columns: [...subscriberColumns, ...accountColumns],
};
