import { Modal } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { majorOf, minorOf } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Programme, programmePaths, useWrite } from '../client.ts';

type Values = Record<
  'point' | 'lifeMonths' | 'graceMonths' | 'oddPoints' | 'loyalMonths' | 'rewards' | 'noticeDays',
  number | undefined
>;

/** What a point is worth, how long it lives, and from what on somebody looks at it. */
export const SettingsDialog = (props: { programme: Programme; onClose: () => void }) => {
  const t = useTexts('loyalty');
  const { programme, onClose } = props;
  const { currency, version } = programme;
  const change = useWrite('PUT /api/loyalty/programme', programmePaths);
  const form = useForm<Values, unknown>({
    initial: {
      point: majorOf(programme.pointMinor, currency),
      lifeMonths: programme.lifeMonths,
      graceMonths: programme.graceMonths,
      oddPoints: programme.oddPoints,
      loyalMonths: programme.loyalMonths,
      noticeDays: programme.noticeDays,
      rewards:
        programme.rewardsMinor === null ? undefined : majorOf(programme.rewardsMinor, currency),
    },
    save: ({ point = 0, lifeMonths = 0, graceMonths = 0, oddPoints = 0, ...rest }) =>
      change.mutateAsync({
        pointMinor: minorOf(point, currency),
        lifeMonths,
        graceMonths,
        oddPoints,
        loyalMonths: rest.loyalMonths ?? 0,
        rewardsMinor: rest.rewards === undefined ? null : minorOf(rest.rewards, currency),
        noticeDays: rest.noticeDays ?? 0,
        version,
      }),
    onSaved: onClose,
  });
  const field = (name: keyof Values) => (
    <NumberField {...form.value(name)} label={t(`programme.fields.${name}`)} required />
  );
  return (
    <Modal opened onClose={onClose} title={t('programme.dialogs.settings')} size={460}>
      <Form form={form} onCancel={onClose} isGuarded={false}>
        <FormRow>
          {field('point')}
          {field('lifeMonths')}
        </FormRow>
        <FormRow>
          {field('graceMonths')}
          {field('oddPoints')}
        </FormRow>
        <FormRow>
          {field('loyalMonths')}
          {field('noticeDays')}
        </FormRow>
        <NumberField {...form.value('rewards')} label={t('programme.fields.rewards')} />
      </Form>
    </Modal>
  );
};
