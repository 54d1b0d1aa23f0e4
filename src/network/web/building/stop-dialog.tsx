import { Modal, Select, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { coveragePaths, useWrite } from '../client.ts';

export type StopTarget = { buildingId: number } | { nodeId: number };

type Values = { level: 'warn' | 'stop'; reason: string; untilOn: string };

/** Stops sales somewhere, or warns of them; what was set there before gives way. */
export const StopDialog = ({ target, onClose }: { target: StopTarget; onClose: () => void }) => {
  const t = useTexts('network');
  const stop = useWrite('POST /api/stop-sales', coveragePaths);
  const form = useForm<Values, unknown>({
    initial: { level: 'stop', reason: '', untilOn: '' },
    save: ({ untilOn, ...rest }) =>
      stop.mutateAsync({ ...target, ...rest, untilOn: untilOn || null }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('stop.set')} size={480}>
      <Form form={form} onCancel={onClose}>
        <TextInput
          {...form.text('reason')}
          label={t('stop.reason')}
          placeholder={t('stop.reasonHint')}
          data-autofocus
        />
        <FormRow>
          <Select
            {...form.value('level')}
            onChange={(level) => form.set('level', level === 'warn' ? 'warn' : 'stop')}
            label={t('stop.level')}
            allowDeselect={false}
            data={(['stop', 'warn'] as const).map((value) => ({
              value,
              label: t(`stop.levels.${value}`),
            }))}
          />
          <DayInput
            {...form.value('untilOn')}
            label={t('stop.lastDay')}
            description={t('stop.lastDayText')}
          />
        </FormRow>
      </Form>
    </Modal>
  );
};
