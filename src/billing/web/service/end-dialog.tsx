import { Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatDay, formatMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, type Service, useWrite } from '../client.ts';
import { type LeavingFee, LeavingFeeChoice } from './leaving-fee.tsx';
import type { DialogProps } from './pause-dialog.tsx';

type Props = DialogProps & { ends: Service['subscriptions'][number] };

/** Ends a service before the term that was promised for it is over. */
export const EndDialog = ({ accountId, service, ends, onClose }: Props) => {
  const t = useTexts('billing');
  const end = useWrite('DELETE /api/accounts/{id}/subscriptions/{subscriptionId}', servicePaths);
  const form = useForm<{ leavingFee: LeavingFee; words: string }, unknown>({
    initial: { leavingFee: 'charged', words: '' },
    save: (values) => end.mutateAsync({ id: accountId, subscriptionId: ends.id, ...values }),
    onSaved: onClose,
  });
  const fee = formatMoney(ends.leaving?.feeMinor ?? 0, service.currency);
  const on = formatDay(ends.leaving?.untilOn ?? '');
  return (
    <Modal opened onClose={onClose} title={t('service.endBound')} size={420}>
      <p>{`${ends.name}. ${t('service.bound', { on, fee })}`}</p>
      <Form form={form} onCancel={onClose} submitLabel={t('service.end')}>
        {service.may.adjust ? <LeavingFeeChoice fee={fee} {...form.value('leavingFee')} /> : null}
        {form.values.leavingFee === 'waived' ? (
          <TextInput {...form.text('words')} label={t('service.why')} data-autofocus />
        ) : null}
      </Form>
    </Modal>
  );
};
