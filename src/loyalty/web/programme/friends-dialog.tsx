import { Modal, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../client.ts';
import { LadderCost } from './ladder-cost.tsx';
import { stepsIn, stepsText } from './steps-text.ts';

const paths = ['/api/loyalty/friend-steps'];
type Values = {
  friendMonths: number | undefined;
  mostFriends: number | undefined;
  steps: string;
};

/** When a friend counts, and what comes off while so many stay. */
export const FriendsDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('loyalty');
  const { data } = useRead('GET /api/loyalty/friend-steps');
  return (
    <Modal opened onClose={onClose} title={t('programme.dialogs.friends')} size={460}>
      {data ? (
        <StepsForm
          initial={{
            friendMonths: data.friendMonths,
            mostFriends: data.mostFriends,
            steps: stepsText(data.steps.map(({ friends, percent }) => [friends, percent])),
          }}
          onClose={onClose}
        />
      ) : null}
    </Modal>
  );
};

const StepsForm = ({ initial, onClose }: { initial: Values; onClose: () => void }) => {
  const t = useTexts('loyalty');
  const change = useWrite('PUT /api/loyalty/friend-steps', paths);
  const look = useWrite('POST /api/loyalty/friend-steps/try', []);
  const stepsOf = (text: string) =>
    stepsIn(text).map(([friends, percent]) => ({ friends, percent }));
  const form = useForm<Values, unknown>({
    initial,
    save: ({ friendMonths = 0, mostFriends = 0, steps }) =>
      change.mutateAsync({ friendMonths, mostFriends, steps: stepsOf(steps) }),
    onSaved: onClose,
  });
  return (
    <Form form={form} onCancel={onClose} isGuarded={false}>
      <FormRow>
        <NumberField {...form.value('friendMonths')} label={t('programme.friendMonths')} required />
        <NumberField {...form.value('mostFriends')} label={t('programme.mostFriends')} required />
      </FormRow>
      <TextInput
        {...form.text('steps')}
        label={t('programme.steps')}
        description={t('programme.stepsHint')}
      />
      <LadderCost
        asked={form.values.steps}
        look={() => look.mutateAsync({ steps: stepsOf(form.values.steps) })}
      />
    </Form>
  );
};
