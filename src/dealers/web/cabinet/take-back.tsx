import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { cardNumber } from '../../api/kinds.ts';
import { cabinetPaths, useWrite, type Cabinet } from '../client.ts';
import css from './cabinet.module.css';

type Values = { series: string; number: number | undefined };

/** Takes a sold card back from its buyer; the last one sold today to begin with. */
export const TakeBack = ({ cabinet }: { cabinet: Cabinet }) => {
  const t = useTexts('dealers');
  const [said, setSaid] = useState('');
  const undo = useWrite('POST /api/cabinet/sales/undo', cabinetPaths);
  const last = cabinet.deeds.find(({ kind }) => kind === 'sold');
  const form = useForm<Values, string>({
    initial: { series: last?.series ?? cabinet.held[0]?.series ?? '', number: undefined },
    save: async ({ series, number = 0 }) => {
      await undo.mutateAsync({ series, number });
      return cardNumber(series.trim().toUpperCase(), number);
    },
    onSaved: (number) => {
      setSaid(t('cabinet.returned', { number }));
      form.reset({ series: form.values.series, number: undefined });
    },
  });
  return (
    <>
      {said === '' ? null : <output className={css.said}>{said}</output>}
      <Form form={form} isGuarded={false} submitLabel={t('cabinet.returnAction')}>
        <p className="dim">{t('cabinet.returnHint')}</p>
        <FormRow>
          <TextInput {...form.text('series')} label={t('cabinet.series')} required />
          <NumberField
            {...form.value('number')}
            label={t('cabinet.number')}
            description={t('cabinet.numberHint')}
            required
          />
        </FormRow>
      </Form>
    </>
  );
};
