import { Modal, Select } from '@mantine/core';
import type { api as catalogApi } from '../../../catalog/api.ts';
import { caller } from '../../../ui/call.ts';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatMoney } from '../../../ui/format.ts';
import { hooks } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';

const { useRead } = hooks(caller<typeof catalogApi>());

type Props = { onPick: (versionId: number) => void; onClose: () => void };

/** Which tariff they change to; the cheapest first, for that is what fits who pays too much. */
export const TariffDialog = ({ onPick, onClose }: Props) => {
  const t = useTexts('retention');
  const currency = useCurrency();
  const { data } = useRead('GET /api/products');
  const form = useForm<{ versionId: string | null }, number>({
    initial: { versionId: null },
    save: ({ versionId }) => Promise.resolve(Number(versionId)),
    onSaved: onPick,
  });
  const tariffs = (data?.products ?? [])
    .filter(({ kind, isArchived }) => kind === 'tariff' && !isArchived)
    .flatMap(({ name, versions: [newest] }) => (newest ? [{ name, ...newest }] : []))
    .toSorted((a, b) => a.monthlyFeeMinor - b.monthlyFeeMinor);
  return (
    <Modal opened onClose={onClose} title={t('offers.whichTariff')} size={420}>
      <Form form={form} submitLabel={t('offers.take')} onCancel={onClose} isGuarded={false}>
        <Select
          {...form.value('versionId')}
          label={t('past.tariffs')}
          required
          searchable
          allowDeselect={false}
          data={tariffs.map(({ id, name, monthlyFeeMinor }) => ({
            value: String(id),
            label: `${name} · ${formatMoney(monthlyFeeMinor, currency)}`,
          }))}
          data-autofocus
        />
      </Form>
    </Modal>
  );
};
