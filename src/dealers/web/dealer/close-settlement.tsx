import { Modal } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { dealerPaths, useWrite } from '../client.ts';

/** Closes the settlement of all days through one. */
export const CloseSettlement = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const t = useTexts('dealers');
  const close = useWrite('POST /api/dealers/{id}/settlements', dealerPaths);
  const form = useForm<{ toOn: string }, unknown>({
    initial: { toOn: '' },
    save: ({ toOn }) => close.mutateAsync({ id, toOn }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('settlement.close')} size={420}>
      <Form form={form} submitLabel={t('settlement.close')} onCancel={onClose}>
        <DayInput
          {...form.value('toOn')}
          label={t('settlement.closeThrough')}
          description={t('settlement.closeHint')}
          required
        />
      </Form>
    </Modal>
  );
};
