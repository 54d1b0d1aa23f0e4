import { Modal, Select, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { reactions } from '../../kinds.ts';
import { type Gift, useWrite } from '../client.ts';
import { giftPaths } from './gift-dialog.tsx';

/** How the client took a gift, in their own words where there are some. */
export const ReactionDialog = ({ gift, onClose }: { gift: Gift; onClose: () => void }) => {
  const t = useTexts('vip');
  const record = useWrite('PUT /api/vip-gifts/{id}/reaction', giftPaths);
  const form = useForm({
    initial: { reaction: gift.reaction ?? 'thanked', note: gift.reactionNote },
    save: (values) => record.mutateAsync({ id: gift.id, version: gift.version, ...values }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('gifts.react')} size={440}>
      <Form form={form} onCancel={onClose}>
        <Select
          value={form.values.reaction}
          onChange={(value) => form.set('reaction', value ?? 'thanked')}
          label={t('gifts.reaction')}
          allowDeselect={false}
          data={reactions.map((value) => ({ value, label: t(`reactions.${value}`) }))}
        />
        <Textarea {...form.text('note')} label={t('gifts.reactionNote')} autosize minRows={2} />
      </Form>
    </Modal>
  );
};
