import { Modal, MultiSelect, Textarea } from '@mantine/core';
import { useProducts } from '../../../catalog/web/index.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { dayOf, formatMoney, minorOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Deal, dealPaths, useWrite } from '../client.ts';

type Values = { versionIds: string[]; connection: number | undefined; words: string };

/** What is offered in writing; the page for it is made at once. */
export const QuoteDialog = ({ deal, onClose }: { deal: Deal; onClose: () => void }) => {
  const t = useTexts('sales');
  const products = useProducts();
  const make = useWrite('POST /api/deals/{id}/quotes', dealPaths);
  const form = useForm<Values, unknown>({
    initial: { versionIds: [], connection: undefined, words: '' },
    save: ({ versionIds, connection = 0, words }) =>
      make.mutateAsync({
        id: deal.id,
        productVersionIds: versionIds.map(Number),
        connectionMinor: minorOf(connection, deal.currency),
        words,
      }),
    onSaved: onClose,
  });
  const today = dayOf(serverNow());
  const offered = products.flatMap(({ name, isArchived, versions }) => {
    const version = versions.find(({ validFrom }) => validFrom <= today);
    if (!version || isArchived) return [];
    const fee = formatMoney(version.monthlyFeeMinor, version.currency);
    return [{ value: String(version.id), label: `${name} — ${fee}` }];
  });
  return (
    <Modal opened onClose={onClose} title={t('quotes.make')} size={480}>
      <Form form={form} onCancel={onClose} submitLabel={t('quotes.make')}>
        <MultiSelect
          {...form.value('versionIds')}
          label={t('quotes.what')}
          searchable
          data={offered}
          data-autofocus
        />
        <NumberField
          {...form.value('connection')}
          label={`${t('quotes.connection')}, ${deal.currency}`}
        />
        <Textarea {...form.text('words')} label={t('quotes.words')} autosize minRows={2} />
      </Form>
    </Modal>
  );
};
