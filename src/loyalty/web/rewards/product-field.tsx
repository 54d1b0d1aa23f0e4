import { Select } from '@mantine/core';
import type { api as catalogApi } from '../../../catalog/api.ts';
import { caller } from '../../../ui/call.ts';
import { hooks } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Reward } from '../client.ts';
import type { FormOfReward } from './reward-values.ts';

const { useRead } = hooks(caller<typeof catalogApi>());

type Props = { form: FormOfReward; reward: Reward | undefined };

/** Which of the operator's further services is switched on for the term. */
export const ProductField = ({ form, reward }: Props) => {
  const t = useTexts('loyalty');
  const { data } = useRead('GET /api/products');
  const kept = reward?.productVersionId
    ? [{ value: String(reward.productVersionId), label: reward.product ?? '' }]
    : [];
  const found = (data?.products ?? [])
    .filter(({ kind, isArchived }) => kind === 'addon' && !isArchived)
    .flatMap(({ name, versions: [newest] }) =>
      newest ? [{ value: String(newest.id), label: name }] : [],
    );
  const products = found.length > 0 ? found : kept;
  return (
    <Select
      {...form.value('productVersionId')}
      label={t('rewards.product')}
      description={t('rewards.productHint')}
      searchable
      required
      data={products}
    />
  );
};
