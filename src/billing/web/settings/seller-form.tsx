import { TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite, type Seller } from '../client.ts';
import css from '../papers/papers.module.css';
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
      <p className="dim">{t('seller.hint')}</p>
      <PartyFields text={form.text} />
      <TextInput {...form.text('phone')} label={t('party.phone')} />
      <h2 className={css.group}>{t('seller.bank')}</h2>
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
      <h2 className={css.group}>{t('seller.signs')}</h2>
      <FormRow>
        <TextInput {...form.text('directorPost')} label={t('seller.directorPost')} />
        <TextInput {...form.text('director')} label={t('seller.director')} />
        <TextInput {...form.text('accountant')} label={t('seller.accountant')} />
      </FormRow>
      <h2 className={css.group}>{t('seller.vat')}</h2>
      <p className="dim">{t('seller.vatHint')}</p>
      <VatRates {...form.value('vatRates')} />
      <h2 className={css.group}>{t('seller.acts')}</h2>
      <NumberField
        {...form.value('actsOnDay')}
        label={t('seller.actsOnDay')}
        description={t('seller.actsHint')}
      />
    </Form>
  );
};
