import { Modal, Select } from '@mantine/core';
import { Link } from 'react-router';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatMoney, minorOf } from '../../../ui/format.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { asProblem } from '../../../ui/problem-text.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type PaperDialogProps, paperPaths, useWrite } from '../client.ts';
import { LanguageSelect } from './language-select.tsx';

const kinds = ['debt', 'months', 'sum'] as const;

type Values = {
  of: (typeof kinds)[number];
  months: number | undefined;
  amountMinor: number | undefined;
  language: 'ru' | 'en';
};

/** Makes an invoice: of the debt, of months ahead, or of a sum. */
export const MakeInvoice = ({ account, onClose }: PaperDialogProps) => {
  const t = useTexts('billing');
  const may = useMay();
  const make = useWrite('POST /api/accounts/{id}/papers/invoices', paperPaths);
  const { currency, balanceMinor } = account;
  const owes = balanceMinor < 0;
  const form = useForm<Values, { number: string }>({
    initial: {
      of: owes ? 'debt' : 'months',
      months: 1,
      amountMinor: undefined,
      language: 'ru',
    },
    save: ({ of, months = 1, amountMinor = 0, language }) =>
      make.mutateAsync({
        id: account.id,
        of,
        language,
        ...(of === 'months' && { months }),
        ...(of === 'sum' && { amountMinor: minorOf(amountMinor, currency) }),
      }),
    onSaved: ({ number }) => {
      notifyDone(t('papers.made', { what: t('choices.paper.invoice'), number }));
      onClose();
    },
  });
  const { of } = form.values;
  const isNameless = make.error !== null && asProblem(make.error).code === 'billing.seller_unknown';
  const debt = owes
    ? t('papers.debt', { sum: formatMoney(-balanceMinor, currency) })
    : t('papers.noDebt');
  return (
    <Modal opened onClose={onClose} title={t('papers.invoice')} size={460}>
      <Form form={form} onCancel={onClose} submitLabel={t('papers.make')}>
        <Select
          {...form.value('of')}
          label={t('papers.what')}
          description={of === 'debt' ? debt : of === 'months' ? t('papers.fee') : undefined}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`choices.invoiceOf.${value}`) }))}
          onChange={(value) => form.set('of', kinds.find((kind) => kind === value) ?? 'sum')}
        />
        {of === 'months' ? (
          <NumberField {...form.value('months')} label={t('papers.months')} />
        ) : null}
        {of === 'sum' ? (
          <NumberField {...form.value('amountMinor')} label={t('papers.amount', { currency })} />
        ) : null}
        <LanguageSelect {...form.value('language')} />
        {isNameless && may('billing.settings') ? (
          <Link to="/settings/seller">{t('papers.fillSeller')}</Link>
        ) : null}
      </Form>
    </Modal>
  );
};
