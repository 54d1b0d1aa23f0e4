import { useTexts } from '../../../ui/texts.ts';
import type { Offered, OfImport, PreviewRow } from '../client.ts';
import css from '../imports.module.css';
import { placedColumns } from '../placed-columns.ts';
import { isEditable } from '../states.ts';
import { ColumnRow } from './column-row.tsx';
import { samplesOf } from './samples.ts';
import type { useMapping } from './use-mapping.ts';

type Props = OfImport & {
  offered: Offered;
  draft: ReturnType<typeof useMapping>;
  rows: readonly PreviewRow[];
};

/** Every column of the file with a few of its values, and what it becomes. */
export const ColumnTable = ({ imported, offered, draft, rows }: Props) => {
  const t = useTexts('imports');
  const isFixed = !isEditable(imported);
  const { columns } = imported;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('columns.column')}</th>
          <th scope="col">{t('columns.sample')}</th>
          <th scope="col">{t('columns.target')}</th>
          <th scope="col">{t('columns.details')}</th>
        </tr>
      </thead>
      <tbody>
        {placedColumns(columns).map(({ key, name, at }) => (
          <ColumnRow
            key={key}
            name={name || t('columns.nameless', { number: at + 1 })}
            samples={samplesOf(rows, at)}
            column={draft.mapping[at] ?? { target: 'ignore' }}
            offered={offered}
            isKey={draft.mapping[at]?.target === draft.key}
            isFixed={isFixed}
            onChange={(next) => draft.changeColumn(at, next)}
          />
        ))}
      </tbody>
    </table>
  );
};
