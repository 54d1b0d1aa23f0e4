import { Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatMoney } from '../../../ui/format.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite } from '../client.ts';
import { type LeavingFee, LeavingFeeChoice } from '../service/leaving-fee.tsx';
import type { DialogProps } from '../service/pause-dialog.tsx';

/** Closes an account with today, and says what stands on it. */
export const CloseAccount = ({ accountId, service, onClose }: DialogProps) => {
  const t = useTexts('billing');
  const close = useWrite('POST /api/accounts/{id}/close', servicePaths);
  const form = useForm<
    { leavingFee: LeavingFee; words: string },
    { balanceMinor: number; currency: string }
  >({
    initial: { leavingFee: 'charged', words: '' },
    save: (values) => close.mutateAsync({ id: accountId, ...values }),
    onSaved: ({ balanceMinor, currency }) => {
      notifyDone(t('opening.closed', { sum: formatMoney(balanceMinor, currency) }));
      onClose();
    },
  });
  const bound = service.subscriptions.reduce((sum, one) => sum + (one.leaving?.feeMinor ?? 0), 0);
  const fee = formatMoney(bound, service.currency);
  const { restMinor } = service;
  return (
    <Modal opened onClose={onClose} title={t('opening.close')} size={420}>
      <p>{t('opening.closing')}</p>
      {restMinor > 0 ? (
        <p className="dim">
          {t('service.restDue', { sum: formatMoney(restMinor, service.currency) })}
        </p>
      ) : null}
      <Form form={form} onCancel={onClose} submitLabel={t('opening.close')}>
        {bound > 0 ? (
          <>
            <p className="dim">{t('service.leavingClose', { fee })}</p>
            <LeavingFeeChoice fee={fee} {...form.value('leavingFee')} />
          </>
        ) : null}
        <TextInput {...form.text('words')} label={t('service.why')} data-autofocus />
      </Form>
    </Modal>
  );
};
