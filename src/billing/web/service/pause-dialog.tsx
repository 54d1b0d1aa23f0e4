import { Modal, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite, type Service } from '../client.ts';

export type DialogProps = { accountId: number; service: Service; onClose: () => void };

const DAY_MS = 86_400_000;

/** From which day to which service is paused, and what a year allows. */
export const PauseDialog = ({ accountId, service, onClose }: DialogProps) => {
  const t = useTexts('billing');
  const pause = useWrite('POST /api/accounts/{id}/pauses', servicePaths);
  const { pauses } = service;
  const nowMs = serverNow();
  const form = useForm({
    initial: {
      fromOn: dayOf(nowMs),
      toOn: dayOf(nowMs + (pauses.leastDays - 1) * DAY_MS),
      words: '',
    },
    save: (values) => pause.mutateAsync({ id: accountId, ...values }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('service.pause')} size={460}>
      <Form form={form} onCancel={onClose} submitLabel={t('service.pause')}>
        <p className="dim">{t('service.pausesLeft', pauses)}</p>
        <FormRow>
          <DayInput {...form.value('fromOn')} label={t('service.fromOn')} />
          <DayInput {...form.value('toOn')} label={t('service.toOn')} />
        </FormRow>
        <TextInput {...form.text('words')} label={t('service.words')} />
      </Form>
    </Modal>
  );
};
