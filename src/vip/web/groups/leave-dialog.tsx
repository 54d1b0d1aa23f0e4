import { Modal } from '@mantine/core';
import { dayOf } from '../../../ui/format.ts';
import { Form } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';
import { groupPaths } from './join-dialog.tsx';

/** Says until which day this organisation belongs to the one above it. */
export const LeaveDialog = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const t = useTexts('vip');
  const leave = useWrite('POST /api/vip-groups/{id}/parent/end', groupPaths);
  const form = useForm({
    initial: { toOn: dayOf(serverNow()) },
    save: ({ toOn }) => leave.mutateAsync({ id, toOn }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('groups.leave')} size={400}>
      <Form form={form} submitLabel={t('groups.leave')} onCancel={onClose}>
        <DayInput
          {...form.value('toOn')}
          label={t('groups.toOn')}
          description={t('groups.toOnHint')}
          required
        />
      </Form>
    </Modal>
  );
};
