import { Modal, Select, TextInput } from '@mantine/core';
import { dayOf, formatMoney } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type RecipientKind, recipientKinds } from '../../kinds.ts';
import { useRead, useWrite } from '../client.ts';

/** What a change of a gift makes out of date. */
export const giftPaths = ['/api/vip-gifts', '/api/vip/{id}/gifts', '/api/vip-sheet'];

type Props = {
  id: number;
  occasion: { key: string; on: string; name: string } | null;
  onClose: () => void;
};

type Values = {
  itemId: string | null;
  count: number | undefined;
  recipient: string;
  recipientKind: RecipientKind;
  deliverOn: string;
};

/** A day that is past cannot be delivered on. */
const laterOf = (day: string, today: string): string => (day > today ? day : today);

/** Plans a gift for a day of a client, or for none. */
export const GiftDialog = ({ id, occasion, onClose }: Props) => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip-gift-items');
  const plan = useWrite('POST /api/vip/{id}/gifts', giftPaths);
  const items = (data?.items ?? []).filter(({ isArchived }) => !isArchived);
  const form = useForm<Values, unknown>({
    initial: {
      itemId: null,
      count: 1,
      recipient: occasion?.name ?? '',
      recipientKind: 'person',
      deliverOn: laterOf(occasion?.on ?? '', dayOf(serverNow())),
    },
    save: ({ itemId, count = 1, ...rest }) =>
      plan.mutateAsync({
        id,
        itemId: Number(itemId),
        count,
        occasionKey: occasion?.key ?? null,
        ...rest,
      }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('gifts.plan')} size={520}>
      <Form form={form} onCancel={onClose}>
        <FormRow>
          <Select
            {...form.value('itemId')}
            label={t('gifts.item')}
            searchable
            required
            data={items.map((one) => ({
              value: String(one.id),
              label: `${one.name} · ${formatMoney(one.priceMinor, data?.currency)}`,
            }))}
          />
          <NumberField {...form.value('count')} label={t('gifts.count')} required />
        </FormRow>
        <TextInput {...form.text('recipient')} label={t('gifts.recipient')} required />
        <Select
          value={form.values.recipientKind}
          onChange={(value) => form.set('recipientKind', value ?? 'person')}
          label={t('gifts.recipientKind')}
          description={t('gifts.recipientHint')}
          allowDeselect={false}
          {...(form.errors.byField['recipientKind']
            ? { error: form.errors.byField['recipientKind'] }
            : {})}
          data={recipientKinds.map((value) => ({ value, label: t(`recipientKinds.${value}`) }))}
        />
        <DayInput {...form.value('deliverOn')} label={t('gifts.deliverOn')} required />
      </Form>
    </Modal>
  );
};
