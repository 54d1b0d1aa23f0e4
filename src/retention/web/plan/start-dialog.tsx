import { Modal, TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatNumber } from '../../../ui/format.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Asked, listPaths, type Plan, useWrite } from './client.ts';
import { PlanSample } from './plan-sample.tsx';

type Props = { asked: Asked; plan: Plan; onClose: () => void };
type Values = { name: string; dailyCalls: number | undefined };

/** Freezes the plan as a list; what it could show is said once more. */
export const StartDialog = ({ asked, plan, onClose }: Props) => {
  const t = useTexts('retention');
  const go = useNavigate();
  const start = useWrite('POST /api/care-lists', listPaths);
  const form = useForm<Values, { id: string | number }>({
    initial: { name: '', dailyCalls: 20 },
    save: ({ name, dailyCalls = 0 }) => start.mutateAsync({ ...asked, name, dailyCalls }),
    onSaved: ({ id }) => {
      notifyDone(t('lists.started'));
      void go(`/retention/lists/${id}`);
    },
  });
  const { dailyCalls = 0 } = form.values;
  return (
    <Modal opened onClose={onClose} title={t('plan.start')} size={520}>
      <Form form={form} submitLabel={t('plan.start')} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('lists.name')} required data-autofocus />
        <NumberField {...form.value('dailyCalls')} label={t('lists.dailyCalls')} required />
        <p className="dim">
          {t('lists.startText', {
            people: formatNumber(plan.plan.people),
            calls: formatNumber(dailyCalls),
          })}
        </p>
        <PlanSample sample={plan.sample} least={asked.leastPoints} />
      </Form>
    </Modal>
  );
};
