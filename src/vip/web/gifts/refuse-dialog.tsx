import { Modal, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Gift, useWrite } from '../client.ts';
import { giftPaths } from './gift-dialog.tsx';

/** Refuses a gift, with the reason. */
export const RefuseDialog = ({ gift, onClose }: { gift: Gift; onClose: () => void }) => {
  const t = useTexts('vip');
  const refuse = useWrite('POST /api/vip-gifts/{id}/refuse', giftPaths);
  const form = useForm({
    initial: { reason: '' },
    save: (values) => refuse.mutateAsync({ id: gift.id, version: gift.version, ...values }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('gifts.refuse')} size={440}>
      <Form form={form} submitLabel={t('gifts.refuse')} onCancel={onClose}>
        <Textarea
          {...form.text('reason')}
          label={t('gifts.reason')}
          autosize
          minRows={2}
          required
        />
      </Form>
    </Modal>
  );
};
