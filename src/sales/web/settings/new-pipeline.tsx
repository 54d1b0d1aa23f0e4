import { Modal, Textarea, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { settingsPaths, useWrite } from '../client.ts';

/** A pipeline begins with its stages, a line each. */
export const NewPipeline = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('sales');
  const add = useWrite('POST /api/pipelines', settingsPaths);
  const form = useForm<{ name: string; stages: string }, unknown>({
    initial: { name: '', stages: '' },
    save: ({ name, stages }) => {
      const lines = stages.split('\n').map((line) => line.trim());
      return add.mutateAsync({ name, stages: lines.filter((line) => line !== '') });
    },
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('settings.newPipeline')} size={440}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('settings.name')} data-autofocus />
        <Textarea
          {...form.text('stages')}
          label={t('settings.stages')}
          description={t('settings.stagesHint')}
          autosize
          minRows={4}
        />
      </Form>
    </Modal>
  );
};
