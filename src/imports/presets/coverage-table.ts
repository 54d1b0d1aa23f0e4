import type { Preset } from './preset.ts';
import { accountColumns } from './russian-account-columns.ts';
import { isTargetOf } from './targets.ts';

/** The names that columns have in tables of what a network reaches. */
export const coverageTable: Preset = {
  name: 'coverage',
  title: { ru: 'Таблица покрытия', en: 'Table of coverage' },
  key: 'lineAtBuilding',
  columns: [
    ...accountColumns.filter(({ target }) => isTargetOf('coverage', target)),
    {
      names: ['Технология', 'Тип линии', 'Подключение', 'Technology', 'Tech'],
      target: 'technology',
    },
    {
      names: ['Узел', 'Коммутатор', 'OLT', 'Узел связи', 'Node', 'Switch', 'Device'],
      target: 'nodeName',
    },
    {
      names: [
        'Скорость',
        'Скорость, Мбит/с',
        'Максимальная скорость',
        'Макс. скорость',
        'Speed',
        'Speed, Mbit/s',
        'Max speed',
      ],
      target: 'lineSpeed',
    },
    {
      names: ['Портов', 'Всего портов', 'Порты', 'Портов всего', 'Ports', 'Ports total'],
      target: 'portsTotal',
    },
    {
      names: [
        'Свободно',
        'Свободных портов',
        'Портов свободно',
        'Free',
        'Ports free',
        'Free ports',
      ],
      target: 'portsFree',
    },
    {
      names: [
        'Стоимость подключения',
        'Цена подключения',
        'Подключение, руб.',
        'Connection price',
        'Connection cost',
      ],
      target: 'connectionPrice',
    },
    { names: ['Условия подключения', 'Условия', 'Terms', 'Connection terms'], target: 'termsName' },
  ],
};
