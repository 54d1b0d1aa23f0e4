import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Form, FormRow, FormSection } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { randomId } from '../../../ui/random-id.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite, type DunningSettings } from '../client.ts';
import { Step, type StepValues } from './step.tsx';

type Values = {
  steps: StepValues[];
  carefulMonths: number | undefined;
  carefulPercent: number | undefined;
};

/** The steps by days of debt, and how much more time careful payers have. */
export const DunningForm = ({ settings }: { settings: DunningSettings }) => {
  const t = useTexts('billing');
  const save = useWrite('PUT /api/dunning-settings');
  const form = useForm<Values, unknown>({
    initial: {
      steps: settings.steps.map((step, at) => ({ ...step, key: String(at) })),
      carefulMonths: settings.carefulMonths,
      carefulPercent: settings.carefulPercent,
    },
    save: ({ steps, carefulMonths = 1, carefulPercent = 100 }) =>
      save.mutateAsync({
        steps: steps.map(({ day = 0, what, ru, en }) => ({ day, what, ru, en })),
        carefulMonths,
        carefulPercent,
        version: settings.version,
      }),
    onSaved: () => notifyDone(t('dunning.saved')),
  });
  const { steps } = form.values;
  const add = (): void =>
    form.set('steps', [
      ...steps,
      { key: randomId(), day: undefined, what: 'remind', ru: '', en: '' },
    ]);
  return (
    <Form form={form}>
      <FormSection title={t('dunning.steps')}>
        {steps.map((step, at) => (
          <Step
            key={step.key}
            step={step}
            number={at + 1}
            onChange={(next) => form.set('steps', steps.with(at, next))}
            onRemove={() => form.set('steps', steps.toSpliced(at, 1))}
          />
        ))}
        <div>
          <Button size="xs" variant="subtle" leftSection={<Plus size={14} />} onClick={add}>
            {t('dunning.addStep')}
          </Button>
        </div>
      </FormSection>
      <FormSection title={t('dunning.careful')}>
        <FormRow>
          <NumberField {...form.value('carefulMonths')} label={t('dunning.carefulMonths')} />
          <NumberField
            {...form.value('carefulPercent')}
            label={t('dunning.carefulPercent')}
            description={t('dunning.carefulHint')}
          />
        </FormRow>
      </FormSection>
    </Form>
  );
};
