import { Button, Checkbox, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type PlaybookStart, playbookStarts } from '../../kinds.ts';
import { type Playbook, useWrite } from '../client.ts';
import { StepFields } from './step-fields.tsx';
import { emptyStep, keptSteps, stepsOf, type StepValues, without } from './step-values.ts';

type Values = {
  name: string;
  situation: string;
  startsOn: PlaybookStart;
  steps: StepValues[];
  isArchived: boolean;
};

const paths = ['/api/vip-playbooks'];

/** Writes a scenario, or a new version of one: walks that have begun go on in theirs. */
export const PlaybookDialog = (props: { playbook: Playbook | null; onClose: () => void }) => {
  const { playbook, onClose } = props;
  const t = useTexts('vip');
  const add = useWrite('POST /api/vip-playbooks', paths);
  const change = useWrite('PUT /api/vip-playbooks/{id}', paths);
  const form = useForm<Values, unknown>({
    initial: {
      name: playbook?.name ?? '',
      situation: playbook?.situation ?? '',
      startsOn: playbook?.startsOn ?? 'hand',
      steps: playbook ? stepsOf(playbook.steps) : [emptyStep()],
      isArchived: playbook?.isArchived ?? false,
    },
    save: async ({ steps, isArchived, ...fields }) => {
      const written = { ...fields, steps: keptSteps(steps) };
      if (playbook) {
        const { id, version } = playbook;
        await change.mutateAsync({ ...written, id, version, isArchived });
      } else await add.mutateAsync(written);
    },
    onSaved: () => {
      notifyDone(t('client.saved'));
      onClose();
    },
  });
  const { steps } = form.values;
  const set = (at: number, step: StepValues): void => form.set('steps', steps.with(at, step));
  return (
    <Modal opened onClose={onClose} title={playbook?.name ?? t('playbooks.add')} size={760}>
      <Form form={form} onCancel={onClose}>
        <FormRow>
          <TextInput {...form.text('name')} label={t('playbooks.name')} required />
          <Select
            value={form.values.startsOn}
            onChange={(value) => form.set('startsOn', value ?? 'hand')}
            label={t('playbooks.startsOn')}
            allowDeselect={false}
            data={playbookStarts.map((value) => ({ value, label: t(`playbookStarts.${value}`) }))}
          />
        </FormRow>
        <Textarea {...form.text('situation')} label={t('playbooks.situation')} autosize />
        {steps.map((step, at) => (
          <StepFields
            key={step.key}
            at={at}
            steps={steps}
            onChange={(next) => set(at, next)}
            {...(steps.length > 1 ? { onRemove: () => form.set('steps', without(steps, at)) } : {})}
          />
        ))}
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<Plus size={14} />}
            onClick={() => form.set('steps', [...steps, emptyStep()])}
          >
            {t('playbooks.addStep')}
          </Button>
        </div>
        {playbook ? <Checkbox {...form.tick('isArchived')} label={t('playbooks.archive')} /> : null}
      </Form>
    </Modal>
  );
};
