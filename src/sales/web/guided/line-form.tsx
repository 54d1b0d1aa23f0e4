import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Technology } from '../../../catalog/api.ts';
import { technologies } from '../../../catalog/web/index.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { AddressField } from './address-field.tsx';
import type { StepProps } from './use-guided.ts';
import css from './guided.module.css';

const KBPS = 1000;

/** Where the person lives, or what line can be had there where nobody knows the house. */
export const LineForm = ({ sale, acting }: StepProps) => {
  const t = useTexts('sales');
  const may = useMay();
  const isKnown = sale.place.buildingId !== null;
  const [by, setBy] = useState<'address' | 'line'>(
    isKnown || !may('network.check') ? 'line' : 'address',
  );
  return (
    <div className={css.answers}>
      <p className={css.none}>
        {isKnown ? t('guided.lineUnknown', { place: sale.place.text }) : t('guided.whereLives')}
      </p>
      {may('network.check') ? (
        <Segmented
          label={t('guided.by')}
          value={by}
          options={(['address', 'line'] as const).map((value) => ({
            value,
            label: t(`guided.byWhat.${value}`),
          }))}
          onChange={setBy}
        />
      ) : null}
      {by === 'address' ? (
        <AddressField sale={sale} acting={acting} />
      ) : (
        <TypedLine sale={sale} acting={acting} />
      )}
    </div>
  );
};

const TypedLine = ({ acting }: StepProps) => {
  const t = useTexts('sales');
  const [technology, setTechnology] = useState<Technology>('ftth');
  const [speed, setSpeed] = useState<number | undefined>(1000);
  const save = (): void => {
    const lineKbps = Math.round((speed ?? 0) * KBPS);
    if (lineKbps > 0) acting.act('PUT /api/guided-sales/{id}/line', { technology, lineKbps });
  };
  return (
    <>
      <Select
        label={t('guided.technology')}
        value={technology}
        allowDeselect={false}
        data={technologies.map((value) => ({ value, label: t(`catalog:technology.${value}`) }))}
        onChange={(value) => setTechnology(value ?? 'ftth')}
      />
      <NumberField label={t('guided.topSpeed')} value={speed} onChange={setSpeed} />
      <Action keys="Mod+Enter" variant="filled" loading={acting.isBusy} onClick={save}>
        {t('guided.recommend')}
      </Action>
    </>
  );
};
