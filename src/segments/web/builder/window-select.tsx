import { Select } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import css from './builder.module.css';

const usual = ['7d', '30d', '60d', '90d', '180d', '365d', 'month', 'quarter', 'year', 'ever'];

/** Over what time is counted. */
export const WindowSelect = (props: { value: string; onChange: (window: string) => void }) => {
  const t = useTexts('segments');
  const windows = usual.includes(props.value) ? usual : [props.value, ...usual];
  const label = (window: string): string => {
    const days = /^(\d+)d$/.exec(window)?.[1];
    return days === undefined
      ? t(`builder.windows.${window}`)
      : t('builder.windows.days', { count: Number(days) });
  };
  return (
    <Select
      className={css.window}
      aria-label={t('builder.window')}
      allowDeselect={false}
      value={props.value}
      data={windows.map((value) => ({ value, label: label(value) }))}
      onChange={(next) => next !== null && props.onChange(next)}
    />
  );
};
