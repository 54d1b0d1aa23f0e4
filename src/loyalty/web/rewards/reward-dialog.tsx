import { Checkbox, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import { rewardKinds } from '../../rewards/kinds.ts';
import { type Reward, rewardPaths, useWrite } from '../client.ts';
import { AmountFields } from './amount-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import { ProductField } from './product-field.tsx';
import { codesOf, fieldsOf, type RewardValues, valuesOf } from './reward-values.ts';

type Props = {
  reward: Reward | undefined;
  levels: readonly { id: number; name: string }[];
  onClose: () => void;
};

/** What is given, for how many points, how many there are and to whom. */
export const RewardDialog = ({ reward, levels, onClose }: Props) => {
  const t = useTexts('loyalty');
  const currency = useCurrency();
  const add = useWrite('POST /api/loyalty/rewards', rewardPaths);
  const change = useWrite('PUT /api/loyalty/rewards/{id}', rewardPaths);
  const load = useWrite('POST /api/loyalty/rewards/{id}/coupons', rewardPaths);
  const form = useForm<RewardValues, unknown>({
    initial: valuesOf(reward, currency),
    save: async (values) => {
      const fields = fieldsOf(values, currency);
      const { isArchived } = values;
      const id = reward?.id ?? (await add.mutateAsync(fields)).id;
      if (reward) {
        await change.mutateAsync({ ...fields, isArchived, id, version: reward.version });
      }
      const codes = codesOf(values.codes);
      if (codes.length > 0 && values.kind === 'coupon') await load.mutateAsync({ id, codes });
    },
    onSaved: onClose,
  });
  const { kind } = form.values;
  return (
    <Modal opened onClose={onClose} title={reward?.name ?? t('rewards.add')} size={560}>
      <Form form={form} onCancel={onClose} isGuarded={false}>
        <TextInput {...form.text('name')} label={t('rewards.name')} required data-autofocus />
        <FormRow>
          <Select
            {...form.value('kind')}
            label={t('rewards.kind')}
            allowDeselect={false}
            data={rewardKinds.map((value) => ({ value, label: t(`rewards.kinds.${value}`) }))}
            onChange={(value) => form.set('kind', value as Reward['kind'])}
          />
          <NumberField {...form.value('points')} label={t('rewards.points')} required />
        </FormRow>
        {kind === 'speed' ? <ProductField form={form} reward={reward} /> : null}
        <AmountFields form={form} />
        <LimitFields form={form} />
        <Select
          {...form.value('levelId')}
          label={t('rewards.level')}
          clearable
          placeholder={t('rewards.anyLevel')}
          data={levels.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        {kind === 'coupon' ? (
          <Textarea
            {...form.text('codes')}
            label={t('rewards.codes')}
            description={t('rewards.codesHint')}
            autosize
            minRows={2}
            maxRows={6}
          />
        ) : null}
        <Textarea {...form.text('words')} label={t('rewards.words')} autosize minRows={1} />
        {reward ? <Checkbox {...form.tick('isArchived')} label={t('rewards.archive')} /> : null}
      </Form>
    </Modal>
  );
};
