import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { minorOf } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency, useMay } from '../../../ui/viewer.tsx';
import { cardPaths, useWrite } from '../client.ts';

type Values = {
  series: string;
  cards: number | undefined;
  value: number | undefined;
  validUntil: string;
};

/** The button of whoever may make cards. */
export const OrderAction = () => {
  const t = useTexts('dealers');
  const may = useMay();
  const [isOrdering, setOrdering] = useState(false);
  if (!may('dealers.cards')) return null;
  return (
    <>
      <CreateAction onClick={() => setOrdering(true)}>{t('cards.order')}</CreateAction>
      {isOrdering ? <OrderForm onClose={() => setOrdering(false)} /> : null}
    </>
  );
};

const OrderForm = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('dealers');
  const currency = useCurrency();
  const navigate = useNavigate();
  const order = useWrite('POST /api/card-batches', cardPaths);
  const form = useForm<Values, { id: number }>({
    initial: { series: '', cards: undefined, value: undefined, validUntil: '' },
    save: ({ series, cards = 0, value = 0, validUntil }) =>
      order.mutateAsync({ series, cards, validUntil, valueMinor: minorOf(value, currency) }),
    onSaved: ({ id }) => void navigate(`/cards/${id}`),
  });
  return (
    <Modal opened onClose={onClose} title={t('cards.order')} size={460}>
      <Form form={form} submitLabel={t('cards.submit')} onCancel={onClose}>
        <TextInput
          {...form.text('series')}
          label={t('cards.series')}
          description={t('cards.seriesHint')}
          required
          data-autofocus
        />
        <FormRow>
          <NumberField {...form.value('cards')} label={t('cards.count')} required />
          <NumberField {...form.value('value')} label={t('cards.value')} required />
        </FormRow>
        <DayInput {...form.value('validUntil')} label={t('cards.validUntil')} required />
      </Form>
    </Modal>
  );
};
