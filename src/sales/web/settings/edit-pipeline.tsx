import { Checkbox, Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Pipeline, settingsPaths, useWrite } from '../client.ts';
import { DealsTo } from './deals-to.tsx';

type Props = { pipeline: Pipeline; all: readonly Pipeline[]; onClose: () => void };
type Values = { name: string; isArchived: boolean; dealsToStageId: string | null };

/** A pipeline's name, and whether it is in use. */
export const EditPipeline = ({ pipeline, all, onClose }: Props) => {
  const t = useTexts('sales');
  const { id, stages } = pipeline;
  const change = useWrite('PUT /api/pipelines/{id}', settingsPaths);
  const form = useForm<Values, unknown>({
    initial: { name: pipeline.name, isArchived: pipeline.isArchived, dealsToStageId: null },
    save: ({ dealsToStageId: to, ...values }) =>
      change.mutateAsync({ id, ...values, dealsToStageId: to === null ? null : Number(to) }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={pipeline.name} size={440}>
      <Form form={form} onCancel={onClose} isGuarded={false}>
        <TextInput {...form.text('name')} label={t('settings.name')} data-autofocus />
        <Checkbox {...form.tick('isArchived')} label={t('settings.archivePipeline')} />
        {form.values.isArchived && !pipeline.isArchived ? (
          <DealsTo {...form.value('dealsToStageId')} all={all} leaving={stages.map((s) => s.id)} />
        ) : null}
      </Form>
    </Modal>
  );
};
