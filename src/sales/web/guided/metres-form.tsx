import { Button } from '@mantine/core';
import { useState } from 'react';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { StepProps } from './use-guided.ts';
import css from './guided.module.css';

/** How far the cable goes to a house, where its connection is priced by that. */
export const MetresForm = ({ sale, acting }: StepProps) =>
  sale.isMetred ? <Metres key={sale.metres} sale={sale} acting={acting} /> : null;

const Metres = ({ sale, acting }: StepProps) => {
  const t = useTexts('sales');
  const [metres, setMetres] = useState(sale.metres ?? undefined);
  const save = (): void => {
    if (metres === undefined) return;
    acting.act('PUT /api/guided-sales/{id}/metres', { metres: Math.round(Math.max(0, metres)) });
  };
  return (
    <form
      className={css.metres}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <NumberField label={t('guided.metres')} value={metres} onChange={setMetres} />
      <Button type="submit" loading={acting.isBusy}>
        {t('guided.price')}
      </Button>
      <span className="dim">{t('guided.metresText')}</span>
    </form>
  );
};
