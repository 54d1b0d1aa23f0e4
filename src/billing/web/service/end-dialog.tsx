import { Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatDay, formatMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, type Service, useWrite } from '../client.ts';
import { BundleEnds } from './bundle-ends.tsx';
import { type LeavingFee, LeavingFeeChoice } from './leaving-fee.tsx';
import type { DialogProps } from './pause-dialog.tsx';

type Props = DialogProps & { ends: Service['subscriptions'][number] };

/** Ends a service where that costs something, and says what. */
export const EndDialog = ({ accountId, service, ends, onClose }: Props) => {
  const t = useTexts('billing');
  const end = useWrite('DELETE /api/accounts/{id}/subscriptions/{subscriptionId}', servicePaths);
  const form = useForm<{ leavingFee: LeavingFee; words: string }, unknown>({
    initial: { leavingFee: 'charged', words: '' },
    save: (values) =>
      end.mutateAsync({
        id: accountId,
        subscriptionId: ends.id,
        // Of a bundle that ends the dialog tells.
        isConfirmed: ends.bundle !== null,
        ...values,
      }),
    onSaved: onClose,
  });
  const { leaving, instalments, bundle } = ends;
  const fee = formatMoney(leaving?.feeMinor ?? 0, service.currency);
  const rest = formatMoney(instalments?.leftMinor ?? 0, service.currency);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(leaving ? 'service.endBound' : 'service.end')}
      size={420}
    >
      <p>
        <b>{ends.name}</b>
      </p>
      {leaving ? <p>{t('service.bound', { on: formatDay(leaving.untilOn), fee })}</p> : null}
      <BundleEnds bundle={bundle} currency={service.currency} />
      {instalments?.left ? <p>{t('service.restDue', { sum: rest })}</p> : null}
      <Form form={form} onCancel={onClose} submitLabel={t('service.end')}>
        {service.may.adjust && leaving ? (
          <LeavingFeeChoice fee={fee} {...form.value('leavingFee')} />
        ) : null}
        {form.values.leavingFee === 'waived' ? (
          <TextInput {...form.text('words')} label={t('service.why')} data-autofocus />
        ) : null}
      </Form>
    </Modal>
  );
};
