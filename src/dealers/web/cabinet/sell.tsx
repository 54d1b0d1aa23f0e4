import { Select } from '@mantine/core';
import { useState } from 'react';
import { formatDay, formatMoney, formatNumber } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { cardNumber } from '../../api/kinds.ts';
import { cabinetPaths, useWrite, type Cabinet } from '../client.ts';
import css from './cabinet.module.css';

type Values = { series: string; number: number | undefined; cards: number | undefined };

/** Sells a card, the next in order to begin with. */
export const Sell = ({ cabinet }: { cabinet: Cabinet }) => {
  const t = useTexts('dealers');
  const nameOf = useBatchName(cabinet.currency);
  const [said, setSaid] = useState('');
  const sell = useWrite('POST /api/cabinet/sales', cabinetPaths);
  const { held, currency } = cabinet;
  const form = useForm<Values, string>({
    initial: { series: held[0]?.series ?? '', number: undefined, cards: 1 },
    save: async (values) => {
      const { series, number, cards } = wanted(held, values);
      await sell.mutateAsync({ series, number, cards });
      const first = cardNumber(series, number);
      const last = cardNumber(series, number + cards - 1);
      return cards === 1
        ? t('cabinet.sold', { number: first })
        : t('cabinet.soldMany', { from: first, to: last });
    },
    onSaved: (text) => {
      setSaid(text);
      form.reset({ series: form.values.series, number: undefined, cards: 1 });
    },
  });
  const { batch, series, number, cards } = wanted(held, form.values);
  const result = said === '' ? null : <output className={css.said}>{said}</output>;
  if (!batch) {
    return (
      <>
        {result}
        <p className="dim">{t('cabinet.noCards')}</p>
      </>
    );
  }
  const sum = formatMoney((batch.valueMinor / batch.cards) * cards, currency);
  return (
    <>
      {result}
      <Form
        form={form}
        isGuarded={false}
        submitLabel={
          cards === 1
            ? t('cabinet.sellOne', { number: cardNumber(series, number) })
            : t('cabinet.sellMany', { count: cards, number: formatNumber(cards) })
        }
      >
        <Select
          label={t('cabinet.which')}
          allowDeselect={false}
          data={held.map((one) => ({ value: one.series, label: nameOf(one) }))}
          value={series}
          onChange={(value) => value && form.set('series', value)}
        />
        <FormRow>
          <NumberField
            {...form.value('number')}
            label={t('cabinet.number')}
            description={t('cabinet.numberHint')}
            placeholder={cardNumber('', batch.nextNumber).trim()}
          />
          <NumberField
            {...form.value('cards')}
            label={t('cabinet.howMany')}
            description={t('cabinet.toPay', { sum })}
          />
        </FormRow>
      </Form>
    </>
  );
};

/** «АБ1 · 300 ₽ · осталось 12, до 31.12.2026» */
const useBatchName = (currency: string) => {
  const t = useTexts('dealers');
  return ({ series, valueMinor, cards, validUntil }: Cabinet['held'][number]): string =>
    t('cabinet.batch', {
      series,
      value: formatMoney(valueMinor / cards, currency),
      left: formatNumber(cards),
      on: formatDay(validUntil),
    });
};

function wanted(held: Cabinet['held'], values: Values) {
  // The series that was chosen may have been sold out meanwhile.
  const batch = held.find(({ series }) => series === values.series) ?? held[0];
  return {
    batch,
    series: batch?.series ?? '',
    number: values.number ?? batch?.nextNumber ?? 1,
    cards: values.cards ?? 1,
  };
}
