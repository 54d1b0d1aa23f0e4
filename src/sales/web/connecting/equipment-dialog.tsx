import { Modal, Select, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { orderPaths, type Order, useWrite } from '../client.ts';

type Props = { dealId: number; offered: Order['offered']; onClose: () => void };
type Basis = Order['equipment'][number]['basis'];

const bases: readonly Basis[] = ['rented', 'sold'];

/** What is sold, at once or in parts, is theirs; what is paid by the month comes back. */
const basisOf = (offered: Order['offered'][number] | undefined): Basis =>
  offered && !offered.isRented ? 'sold' : 'rented';

/** What is handed over: one of what was offered, or something besides. */
export const EquipmentDialog = ({ dealId, offered, onClose }: Props) => {
  const t = useTexts('sales');
  const hand = useWrite('POST /api/deals/{id}/equipment', orderPaths);
  const [first] = offered;
  const form = useForm<{ version: string; kind: string; serial: string; basis: Basis }, unknown>({
    initial: {
      version: first ? String(first.productVersionId) : '',
      kind: first?.name ?? '',
      serial: '',
      basis: basisOf(first),
    },
    save: ({ version, ...values }) =>
      hand.mutateAsync({
        id: dealId,
        ...values,
        productVersionId: version === '' ? null : Number(version),
      }),
    onSaved: onClose,
  });
  const { version, basis } = form.values;
  const choose = (value: string | null): void => {
    form.set('version', value ?? '');
    const named = offered.find(({ productVersionId }) => String(productVersionId) === value);
    if (!named) return;
    // What was offered is handed over on its own terms.
    form.set('kind', named.name);
    form.set('basis', basisOf(named));
  };
  return (
    <Modal opened onClose={onClose} title={t('order.hand')} size={420}>
      <Form form={form} onCancel={onClose} submitLabel={t('order.hand')}>
        {offered.length > 0 ? (
          <Select
            label={t('order.ofQuote')}
            value={version === '' ? null : version}
            onChange={choose}
            clearable
            data={offered.map(({ productVersionId, name }) => ({
              value: String(productVersionId),
              label: name,
            }))}
          />
        ) : null}
        <TextInput {...form.text('kind')} label={t('order.kind')} required />
        <TextInput {...form.text('serial')} label={t('order.serial')} required data-autofocus />
        <Select
          label={t('order.basis')}
          value={basis}
          onChange={(value) => form.set('basis', value ?? 'rented')}
          allowDeselect={false}
          disabled={version !== ''}
          data={bases.map((value) => ({ value, label: t(`order.bases.${value}`) }))}
        />
      </Form>
    </Modal>
  );
};
