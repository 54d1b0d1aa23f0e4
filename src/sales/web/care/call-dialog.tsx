import { Modal, Select, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type CareCall, orderPaths, useWrite } from '../client.ts';

const outcomes = ['well', 'trouble', 'unreached'] as const;
type Values = { outcome: (typeof outcomes)[number]; note: string };

type Props = { call: Pick<CareCall, 'id' | 'day' | 'tries'>; onClose: () => void };

/** What a call of care has come to, with the words of the person. */
export const CallDialog = ({ call: { id, day, tries }, onClose }: Props) => {
  const t = useTexts('sales');
  const write = useWrite('PUT /api/care-calls/{id}', ['/api/care-calls', ...orderPaths]);
  const form = useForm<Values, unknown>({
    initial: { outcome: 'well', note: '' },
    save: (values) => write.mutateAsync({ id, tries, ...values }),
    onSaved: () => {
      notifyDone(t('care.saved'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('care.call', { day })} size={420}>
      <Form form={form} onCancel={onClose}>
        <Select
          value={form.values.outcome}
          onChange={(outcome) => form.set('outcome', outcome ?? 'well')}
          label={t('care.outcome')}
          allowDeselect={false}
          data={outcomes.map((value) => ({ value, label: t(`care.outcomes.${value}`) }))}
          data-autofocus
        />
        <Textarea
          {...form.text('note')}
          label={t('care.note')}
          description={t('care.noteHint')}
          autosize
          minRows={2}
        />
      </Form>
    </Modal>
  );
};
