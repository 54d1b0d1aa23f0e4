import { Button, Select } from '@mantine/core';
import { X } from 'lucide-react';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Change, Slice } from './use-address.ts';
import { monthWords, useValueWords } from './words.ts';
import css from './kpis.module.css';

/** So many months are shown: a year or two, and the one before. */
export const spans = ['13', '25'] as const;

type Props = {
  months: readonly string[];
  month: string;
  span: (typeof spans)[number];
  slice: Slice;
  name: string | null;
  onChange: Change;
};

/** Which month, over how long, and of whom. */
export const KpiTools = ({ months, month, span, slice, name, onChange }: Props) => {
  const t = useTexts('reports');
  const valueWords = useValueWords();
  return (
    <div className={css.tools}>
      <Select
        aria-label={t('kpis.month')}
        allowDeselect={false}
        value={month}
        data={months
          .slice(1)
          .toReversed()
          .map((value) => ({ value, label: monthWords(value) }))}
        onChange={(value) => onChange({ month: value })}
      />
      <Segmented
        label={t('kpis.span')}
        value={span}
        options={spans.map((value) => ({ value, label: t(`kpis.spans.${value}`) }))}
        onChange={(value) => onChange({ months: value })}
      />
      {slice.dimension ? (
        <Button
          variant="default"
          rightSection={<X size={14} />}
          onClick={() => onChange({ dimension: null, value: null, name: null })}
        >
          {t(`dimensions.${slice.dimension}`)}: {valueWords(slice.dimension, slice.value, name)}
        </Button>
      ) : null}
    </div>
  );
};
