import { Select } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import type { StatementPreview } from '../client.ts';
import css from './payments.module.css';

export type Columns = StatementPreview['columns'];

const names = ['on', 'sum', 'payer', 'tax', 'account', 'number', 'purpose'] as const;

type Props = { heading: readonly string[]; columns: Columns; onChange: (columns: Columns) => void };

/** Which column of a table tells what; what was guessed by the headings is put in. */
export const StatementColumns = ({ heading, columns, onChange }: Props) => {
  const t = useTexts('billing');
  const data = heading.map((title, at) => ({
    value: String(at),
    label: title === '' ? t('bank.columnAt', { number: at + 1 }) : title,
  }));
  return (
    <fieldset className={css.columns}>
      <legend>{t('bank.columns')}</legend>
      {names.map((name) => (
        <Select
          key={name}
          size="xs"
          label={t(`bank.column.${name}`)}
          placeholder={t('bank.noColumn')}
          data={data}
          value={columns[name] === undefined ? null : String(columns[name])}
          onChange={(value) => {
            const { [name]: _, ...rest } = columns;
            onChange(value === null ? rest : { ...rest, [name]: Number(value) });
          }}
          clearable={name !== 'on' && name !== 'sum'}
          allowDeselect={false}
        />
      ))}
    </fieldset>
  );
};
