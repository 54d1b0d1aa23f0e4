import { TextInput } from '@mantine/core';
import { Form, FormRow, FormSection } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite, type Seller } from '../client.ts';
import { PartyFields } from '../papers/party-fields.tsx';
import { type Rate, VatRates } from './vat-rates.tsx';

type Values = Omit<Seller, 'actsOnDay' | 'vatRates'> & {
  actsOnDay: number | undefined;
  vatRates: Rate[];
};

/** Who gives the service, to be changed. */
export const SellerForm = ({ seller }: { seller: Seller }) => {
  const t = useTexts('billing');
  const save = useWrite('PUT /api/seller', ['/api/seller']);
  const form = useForm<Values, unknown>({
    initial: {
      ...seller,
      actsOnDay: seller.actsOnDay ?? undefined,
      vatRates: seller.vatRates.map((rate, key) => ({ ...rate, key })),
    },
    save: (values) =>
      save.mutateAsync({
        ...values,
        actsOnDay: values.actsOnDay ?? null,
        vatRates: values.vatRates.map(({ fromOn, percent }) => ({ fromOn, percent })),
      }),
    onSaved: () => notifyDone(t('seller.saved')),
  });
  return (
    <Form form={form}>
      <PartyFields text={form.text} />
      <TextInput {...form.text('phone')} label={t('party.phone')} />
      <FormSection title={t('seller.bank')}>
        <FormRow>
          <TextInput {...form.text('bankName')} label={t('seller.bankName')} />
          <TextInput {...form.text('bankCode')} label={t('seller.bankCode')} />
        </FormRow>
        <FormRow>
          <TextInput {...form.text('bankAccount')} label={t('seller.bankAccount')} />
          <TextInput
            {...form.text('correspondentAccount')}
            label={t('seller.correspondentAccount')}
          />
        </FormRow>
      </FormSection>
      <FormSection title={t('seller.signs')}>
        <FormRow>
          <TextInput {...form.text('directorPost')} label={t('seller.directorPost')} />
          <TextInput {...form.text('director')} label={t('seller.director')} />
          <TextInput {...form.text('accountant')} label={t('seller.accountant')} />
        </FormRow>
      </FormSection>
      <FormSection title={t('seller.vat')}>
        <p className="dim">{t('seller.vatHint')}</p>
        <VatRates {...form.value('vatRates')} />
      </FormSection>
      <FormSection title={t('seller.acts')}>
        <NumberField
          {...form.value('actsOnDay')}
          label={t('seller.actsOnDay')}
          description={t('seller.actsHint')}
        />
      </FormSection>
    </Form>
  );
};
