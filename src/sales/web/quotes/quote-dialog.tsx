import { Modal, MultiSelect, Select, Textarea } from '@mantine/core';
import { useProducts } from '../../../catalog/web/index.tsx';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { dayOf, formatMoney, majorOf, minorOf, signOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Agreed, type Deal, dealPaths, type Quote, useWrite } from '../client.ts';
import { QuoteTotal } from './quote-total.tsx';

type Values = {
  versionIds: string[];
  connection: number | undefined;
  payment: Quote['payment'];
  parts: number | undefined;
  words: string;
};

const ways: readonly Quote['payment'][] = ['full', 'split', 'free'];
const USUAL_PARTS = 3;

const blank: Values = {
  versionIds: [],
  connection: undefined,
  payment: 'full',
  parts: USUAL_PARTS,
  words: '',
};

function begunFrom(
  { productVersionIds, connectionMinor, payment, parts }: NonNullable<Agreed>,
  currency: string,
): Values {
  return {
    versionIds: productVersionIds.map(String),
    connection: connectionMinor > 0 ? majorOf(connectionMinor, currency) : undefined,
    payment,
    parts: payment === 'split' ? parts : USUAL_PARTS,
    words: '',
  };
}

type Props = { deal: Deal; agreed: Agreed; onClose: () => void };

/**
 * What is offered in writing, from what a guided sale agreed on; the page for it is made at once.
 */
export const QuoteDialog = ({ deal, agreed, onClose }: Props) => {
  const t = useTexts('sales');
  const products = useProducts();
  const make = useWrite('POST /api/deals/{id}/quotes', dealPaths);
  const form = useForm<Values, unknown>({
    initial: agreed ? begunFrom(agreed, deal.currency) : blank,
    save: ({ versionIds, connection = 0, payment, parts = 1, words }) =>
      make.mutateAsync({
        id: deal.id,
        productVersionIds: versionIds.map(Number),
        connectionMinor: payment === 'free' ? 0 : minorOf(connection, deal.currency),
        payment,
        parts: payment === 'split' ? parts : 1,
        words,
      }),
    onSaved: onClose,
  });
  const { payment } = form.values;
  const today = dayOf(serverNow());
  const offered = products.flatMap(({ name, isArchived, versions }) => {
    const version = versions.find(({ validFrom }) => validFrom <= today);
    if (!version || isArchived) return [];
    // What is sold once has no fee to be named by.
    const feeMinor = version.monthlyFeeMinor || version.connectionFeeMinor;
    const fee = formatMoney(feeMinor, version.currency);
    return [{ value: String(version.id), label: `${name} — ${fee}` }];
  });
  return (
    <Modal opened onClose={onClose} title={t('quotes.make')} size={480}>
      <Form form={form} onCancel={onClose} submitLabel={t('quotes.make')}>
        <MultiSelect
          {...form.value('versionIds')}
          label={t('quotes.what')}
          searchable
          openOnFocus={false}
          data={offered}
          data-autofocus
        />
        <Select
          value={payment}
          onChange={(way) => form.set('payment', way ?? 'full')}
          label={t('quotes.payment')}
          allowDeselect={false}
          data={ways.map((value) => ({ value, label: t(`quotes.payments.${value}`) }))}
        />
        <FormRow>
          {payment === 'free' ? null : (
            <NumberField
              {...form.value('connection')}
              label={`${t('quotes.connection')}, ${signOf(deal.currency)}`}
            />
          )}
          {payment === 'split' ? (
            <NumberField {...form.value('parts')} label={t('quotes.parts')} />
          ) : null}
        </FormRow>
        <Textarea {...form.text('words')} label={t('quotes.words')} autosize minRows={2} />
        {form.values.versionIds.length > 0 ? (
          <QuoteTotal
            deal={deal}
            versionIds={form.values.versionIds}
            connectionMinor={
              payment === 'free' ? 0 : minorOf(form.values.connection ?? 0, deal.currency)
            }
          />
        ) : null}
      </Form>
    </Modal>
  );
};
