import { Modal } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Case, casePaths, useWrite } from '../client.ts';

type Props = { found: Case; onClose: () => void };

/** When they asked to be called. */
export const CallDialog = ({ found: { id, version, callAt }, onClose }: Props) => {
  const t = useTexts('retention');
  const plan = useWrite('PUT /api/cases/{id}/call', casePaths);
  const form = useForm<{ callAt: string | null }, unknown>({
    initial: { callAt },
    save: (values) => plan.mutateAsync({ id, version, ...values }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('cases.callLater')} size={420}>
      <Form form={form} submitLabel={t('cases.keepCall')} onCancel={onClose} isGuarded={false}>
        <MomentField {...form.value('callAt')} label={t('fields.callAt')} />
      </Form>
    </Modal>
  );
};
