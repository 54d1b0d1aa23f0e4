import { Modal } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatDay } from '../../../ui/format.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Plan, useRead, useWrite } from '../client.ts';

/** How many contacts of everybody are drawn; never which. */
export const PlanDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('quality');
  const { data } = useRead('GET /api/quality-plan');
  return (
    <Modal opened onClose={onClose} title={t('reviews.plan')} size={460}>
      <p>{t('reviews.planText')}</p>
      {data ? <PlanForm plan={data} onClose={onClose} /> : null}
    </Modal>
  );
};

const PlanForm = ({ plan, onClose }: { plan: Plan; onClose: () => void }) => {
  const t = useTexts('quality');
  const change = useWrite('PUT /api/quality-plan', ['/api/quality-plan']);
  const form = useForm<{ contactsWeekly: number | undefined }, unknown>({
    initial: { contactsWeekly: plan.contactsWeekly },
    save: ({ contactsWeekly = 0 }) => change.mutateAsync({ version: plan.version, contactsWeekly }),
    onSaved: () => {
      notifyDone(t('saved'));
      onClose();
    },
  });
  return (
    <Form form={form} onCancel={onClose}>
      <NumberField
        {...form.value('contactsWeekly')}
        label={t('reviews.weekly')}
        {...(plan.beginsOn === null
          ? {}
          : { description: t('reviews.since', { on: formatDay(plan.beginsOn) }) })}
      />
    </Form>
  );
};
