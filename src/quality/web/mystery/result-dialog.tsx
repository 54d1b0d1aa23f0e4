import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useColleagues } from '../../../staff/web/index.tsx';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { type ShopperTask, useWrite } from '../client.ts';
import { isWhole, keptResult, type ResultValues, valuesOf } from './result-values.ts';
import { YesOrNoField } from './yes-or-no-field.tsx';

const asked = {
  buying: ['recommended', 'pitched'],
  asking: ['pitched'],
  leaving: ['reasonAsked'],
} as const;

/** What a shopper met: when they asked, how long it took, and what was done. */
export const ResultDialog = ({ task, onClose }: { task: ShopperTask; onClose: () => void }) => {
  const t = useTexts('quality');
  const zone = useViewer().timeZone;
  const colleagues = useColleagues();
  const enter = useWrite('PUT /api/quality-shopper-tasks/{id}/result', ['/api/quality-rounds']);
  const form = useForm<ResultValues, unknown>({
    initial: valuesOf(task, serverNow(), zone),
    save: (values) =>
      enter.mutateAsync({ ...keptResult(values, zone), id: task.id, version: task.version }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('mystery.enter')} size={560}>
      <Form form={form} onCancel={onClose} isReady={isWhole(form.values)}>
        <FormRow>
          <DayInput {...form.value('askedOn')} label={t('mystery.askedOn')} required />
          <TextInput
            {...form.text('askedTime')}
            label={t('mystery.askedTime')}
            placeholder="14:30"
            inputMode="numeric"
            required
          />
          <NumberField
            {...form.value('answeredIn')}
            label={t('mystery.answeredIn')}
            description={t('mystery.answeredInHint')}
          />
        </FormRow>
        {asked[task.kind].map((key) => (
          <YesOrNoField key={key} {...form.value(key)} name={key} />
        ))}
        <Select
          {...form.value('staffId')}
          label={t('mystery.whom')}
          searchable
          clearable
          data={colleagues.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Textarea {...form.text('words')} label={t('mystery.words')} autosize required />
      </Form>
    </Modal>
  );
};
