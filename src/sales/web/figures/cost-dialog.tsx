import { Modal, Select, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { dayOf, majorOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { useSalesWords } from '../use-sales-words.ts';
import { CostList } from './cost-list.tsx';
import { lastMonths, monthChoices } from './months.ts';
import { useCostForm } from './use-cost-form.ts';

type Props = { currency: string; onClose: () => void };

const MONTHS = 24;
const kinds = ['acquisition', 'retention'] as const;

/** Writes down what a month has cost, and shows what was written down before. */
export const CostDialog = ({ currency, onClose }: Props) => {
  const t = useTexts('sales');
  const { sources } = useSalesWords();
  const costs = useRead('GET /api/sales-costs', { months: MONTHS }).data?.costs ?? [];
  const months = lastMonths(dayOf(serverNow()), MONTHS);
  const form = useCostForm({ costs, currency, month: months[0] ?? '' });
  return (
    <Modal opened onClose={onClose} title={t('economics.write')} size={560}>
      <Form form={form} onCancel={onClose} isGuarded={false}>
        <FormRow>
          <Select
            {...form.value('month')}
            label={t('economics.columns.month')}
            allowDeselect={false}
            data={monthChoices(months)}
            onChange={(month) => month && form.set('month', month)}
          />
          <Select
            {...form.value('kind')}
            label={t('economics.kind')}
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: t(`economics.kinds.${value}`) }))}
            onChange={(kind) => kind && form.set('kind', kind)}
          />
        </FormRow>
        <FormRow>
          <Select
            {...form.value('sourceId')}
            label={t('fields.sourceId')}
            placeholder={t('economics.ofAll')}
            clearable
            data={sources}
          />
          <NumberField
            {...form.value('amount')}
            label={t('economics.amount')}
            description={t('economics.amountHint')}
          />
        </FormRow>
        <FormRow>
          <TextInput {...form.text('campaign')} label={t('fields.campaign')} />
          <TextInput {...form.text('note')} label={t('economics.note')} />
        </FormRow>
      </Form>
      <CostList
        costs={costs}
        currency={currency}
        onPick={({ sourceId, amountMinor, ...cost }) =>
          form.reset({
            ...cost,
            sourceId: sourceId === null ? null : String(sourceId),
            amount: majorOf(amountMinor, currency),
          })
        }
      />
    </Modal>
  );
};
