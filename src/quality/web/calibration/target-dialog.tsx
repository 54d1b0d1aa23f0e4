import { Button, Modal, Select, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Answer, choices } from '../../kinds.ts';
import { useWrite } from '../client.ts';
import type { Spot } from './who-said-what.tsx';

/** Keeps what all agreed on for an item of a contact, or takes it back. */
export const TargetDialog = ({ spot, onClose }: { spot: Spot; onClose: () => void }) => {
  const t = useTexts('quality');
  const { contact, item, target, said } = spot;
  const write = useWrite('PUT /api/quality-calibration-contacts/{id}/targets/{item}', [
    '/api/quality-calibrations/{id}',
  ]);
  const at = { id: contact.id, item: item.key };
  const form = useForm<{ answer: Answer; words: string }, unknown>({
    initial: {
      answer: target?.answer ?? said[0]?.answer ?? choices[item.scale][0],
      words: target?.words ?? '',
    },
    save: (values) => write.mutateAsync({ ...at, ...values }),
    onSaved: onClose,
  });
  const takeBack = (): void =>
    write.mutate({ ...at, answer: null }, { onSuccess: onClose, onError: notifyProblem });
  return (
    <Modal opened onClose={onClose} title={item.title} size={460}>
      <Form
        form={form}
        submitLabel={t('agreement.agree')}
        onCancel={onClose}
        aside={
          target ? (
            <Button variant="subtle" color="gray" onClick={takeBack}>
              {t('agreement.takeBack')}
            </Button>
          ) : undefined
        }
      >
        <Select
          value={form.values.answer}
          onChange={(value) => value && form.set('answer', value)}
          label={t('agreement.target')}
          allowDeselect={false}
          data={choices[item.scale].map((value) => ({ value, label: t(`answers.${value}`) }))}
        />
        <Textarea {...form.text('words')} label={t('calibrations.why')} autosize />
      </Form>
    </Modal>
  );
};
