import { NativeSelect } from '@mantine/core';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { ColumnMapping, Offered } from '../client.ts';
import css from '../imports.module.css';
import { ColumnDetails } from './column-details.tsx';

type Props = {
  name: string;
  samples: readonly string[];
  column: ColumnMapping;
  offered: Offered;
  isKey: boolean;
  isFixed: boolean;
  onChange: (next: ColumnMapping) => void;
};

/** Below this a guess is worth a second look. */
const SURE_FROM = 0.7;

export const ColumnRow = (props: Props) => {
  const { name, samples, column, offered, isKey, isFixed, onChange } = props;
  const t = useTexts('imports');
  const isUnsure = (column.confidence ?? 1) < SURE_FROM && column.target !== 'ignore';
  return (
    <tr data-ignored={column.target === 'ignore' || undefined}>
      <th scope="row" className={css.name}>
        {name} {isKey ? <Badge tone="teal">{t('columns.isKey')}</Badge> : null}
      </th>
      <td className={`${css.samples} dim`}>{samples.join(' · ') || t('columns.empty')}</td>
      <td className={css.target}>
        <NativeSelect
          aria-label={t('columns.targetOf', { name })}
          value={column.target}
          disabled={isFixed}
          data={offered.targets.map(({ group, names }) => ({
            group: t(`groups.${group}`),
            items: names.map((target) => ({ value: target, label: t(`targets.${target}`) })),
          }))}
          onChange={(event) =>
            onChange({ target: event.target.value as ColumnMapping['target'], confidence: 1 })
          }
        />
        {isUnsure ? <div className={css.unsure}>{t('columns.unsure')}</div> : null}
      </td>
      <td>
        <ColumnDetails name={name} column={column} isFixed={isFixed} onChange={onChange} />
      </td>
    </tr>
  );
};
