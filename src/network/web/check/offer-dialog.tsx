import { Autocomplete, Modal, Select, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { dayOf, minorOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import { coveragePaths, type Offer, useRead, useWrite } from '../client.ts';
import { useTechnologies } from '../use-choices.ts';

type Values = {
  competitor: string;
  technology: string | null;
  speed: number | undefined;
  price: number | undefined;
  terms: string;
  seenOn: string;
};

/** Notes what a competitor offers at a house. */
export const OfferDialog = (props: { buildingId: number; onClose: () => void }) => {
  const t = useTexts('network');
  const currency = useCurrency();
  const technologies = useTechnologies();
  const names = useRead('GET /api/competitors').data?.names ?? [];
  const note = useWrite('POST /api/buildings/{id}/competitor-offers', coveragePaths);
  const form = useForm<Values, unknown>({
    initial: {
      competitor: '',
      technology: null,
      speed: undefined,
      price: undefined,
      terms: '',
      seenOn: dayOf(serverNow()),
    },
    save: ({ speed, price, technology, ...rest }) =>
      note.mutateAsync({
        ...rest,
        id: props.buildingId,
        technology: technology as Offer['technology'],
        speedKbps: speed === undefined ? null : Math.round(speed * 1000),
        priceMinor: minorOf(price ?? 0, currency),
      }),
    onSaved: props.onClose,
  });
  return (
    <Modal opened onClose={props.onClose} title={t('offers.add')} size={520}>
      <Form form={form} onCancel={props.onClose}>
        <Autocomplete
          {...form.value('competitor')}
          label={t('fields.competitor')}
          data={names}
          data-autofocus
        />
        <FormRow>
          <NumberField {...form.value('price')} label={t('fields.price')} />
          <NumberField {...form.value('speed')} label={t('fields.speedMbps')} />
        </FormRow>
        <Select
          {...form.value('technology')}
          label={t('fields.technology')}
          clearable
          data={technologies}
        />
        <TextInput {...form.text('terms')} label={t('fields.offerTerms')} />
        <DayInput {...form.value('seenOn')} label={t('fields.seenOn')} />
      </Form>
    </Modal>
  );
};
