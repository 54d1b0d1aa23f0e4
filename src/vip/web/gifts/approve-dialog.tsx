import { Modal, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Gift, useWrite } from '../client.ts';
import { giftPaths } from './gift-dialog.tsx';

/** Approves a gift; above the budget only with a reason. */
export const ApproveDialog = ({ gift, onClose }: { gift: Gift; onClose: () => void }) => {
  const t = useTexts('vip');
  const approve = useWrite('POST /api/vip-gifts/{id}/approve', giftPaths);
  const form = useForm({
    initial: { overspendReason: '' },
    save: (values) => approve.mutateAsync({ id: gift.id, version: gift.version, ...values }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('gifts.approve')} size={440}>
      <p className="dim">{t(gift.needsSecond ? 'gifts.secondHint' : 'gifts.approveHint')}</p>
      <Form form={form} submitLabel={t('gifts.approve')} onCancel={onClose}>
        <Textarea
          {...form.text('overspendReason')}
          label={t('gifts.overspend')}
          description={t('gifts.overspendHint')}
          autosize
          minRows={2}
        />
      </Form>
    </Modal>
  );
};
