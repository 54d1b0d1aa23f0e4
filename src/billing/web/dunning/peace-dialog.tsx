import { Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite } from '../client.ts';

const WEEK_MS = 7 * 86_400_000;

/** Until which day an account is left in peace about its debt, and why. */
export const PeaceDialog = (props: { accountId: number; onClose: () => void }) => {
  const t = useTexts('billing');
  const { accountId, onClose } = props;
  const leave = useWrite('PUT /api/accounts/{id}/dunning-pause', servicePaths);
  const form = useForm({
    initial: { untilOn: dayOf(serverNow() + WEEK_MS), words: '' },
    save: (values) => leave.mutateAsync({ id: accountId, ...values }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('dunning.leave')} size={420}>
      <Form form={form} onCancel={onClose}>
        <p className="dim">{t('dunning.leaveText')}</p>
        <DayInput {...form.value('untilOn')} label={t('dunning.untilOn')} />
        <TextInput {...form.text('words')} label={t('dunning.words')} />
      </Form>
    </Modal>
  );
};
