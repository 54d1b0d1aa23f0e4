import { Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Privileges, useRead, useWrite } from '../client.ts';
import { LadderCost } from './ladder-cost.tsx';
import { stepsIn, stepsText } from './steps-text.ts';

const paths = ['/api/loyalty/privileges'];

/** What comes off for years here and for months paid in time. */
export const PrivilegesDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('loyalty');
  const { data } = useRead('GET /api/loyalty/privileges');
  return (
    <Modal opened onClose={onClose} title={t('programme.dialogs.privileges')} size={460}>
      {data ? <Ladders privileges={data} onClose={onClose} /> : null}
    </Modal>
  );
};

const Ladders = (props: { privileges: Privileges; onClose: () => void }) => {
  const t = useTexts('loyalty');
  const { privileges, onClose } = props;
  const { tenure, streak, people, monthMinor, currency } = privileges;
  const change = useWrite('PUT /api/loyalty/privileges', paths);
  const look = useWrite('POST /api/loyalty/privileges/try', []);
  const textOf = (steps: typeof tenure): string =>
    stepsText(steps.map(({ months, percent }) => [months, percent]));
  const ladderOf = (text: string): typeof tenure =>
    stepsIn(text).map(([months, percent]) => ({ months, percent }));
  const laddersOf = (values: { tenure: string; streak: string }) => ({
    tenure: ladderOf(values.tenure),
    streak: ladderOf(values.streak),
  });
  const form = useForm({
    initial: { tenure: textOf(tenure), streak: textOf(streak) },
    save: (values) => change.mutateAsync(laddersOf(values)),
    onSaved: onClose,
  });
  return (
    <Form form={form} onCancel={onClose} isGuarded={false}>
      <TextInput
        {...form.text('tenure')}
        label={t('programme.tenureSteps')}
        description={t('programme.monthsHint')}
        data-autofocus
      />
      <TextInput
        {...form.text('streak')}
        label={t('programme.streakSteps')}
        description={t('programme.gently')}
      />
      <span className="dim">
        {t('programme.privileged', {
          people: formatNumber(people),
          money: formatMoney(monthMinor, currency),
        })}
      </span>
      <LadderCost
        asked={JSON.stringify(form.values)}
        look={() => look.mutateAsync(laddersOf(form.values))}
      />
    </Form>
  );
};
