import { formatMoney } from '../../../ui/format.ts';
import { Segmented } from '../../../ui/show/segmented.tsx';
import type { Condition } from '../../../ui/table/contract.ts';
import type { List } from '../../../ui/table/model.ts';
import { useTexts } from '../../../ui/texts.ts';
import { debtAges } from '../../api/debtors.ts';
import { useRead, type DebtSums } from '../client.ts';
import css from './dunning.module.css';

type Age = (typeof debtAges)[number];
type Sum = DebtSums['ages'][number];

const field = 'debtAge';
const filterOf = (age: Age): Condition => ({ field, op: 'in', value: [age] });

/** How many debts, and how much is missing: sums of each currency by themselves. */
function wordsOf(sums: readonly Sum[]) {
  const minor = new Map<string, number>();
  for (const { currency, debtMinor } of sums)
    minor.set(currency, (minor.get(currency) ?? 0) + debtMinor);
  return {
    count: sums.reduce((count, one) => count + one.count, 0),
    sum: [...minor].map(([currency, debt]) => formatMoney(debt, currency)).join(' + '),
  };
}

/** The list by the age of debts, each with its count and its sum. */
export const DebtAges = ({ list }: { list: List }) => {
  const t = useTexts('billing');
  const ages = useRead('GET /api/debtors/sums', {}).data?.ages ?? [];
  if (ages.length === 0) return null;
  const { filter } = list.query;
  const chosen = debtAges.find((age) => JSON.stringify(filter) === JSON.stringify(filterOf(age)));
  const labelOf = (name: string, sums: readonly Sum[]): string =>
    sums.length === 0 ? name : t('dunning.ageSum', { age: name, ...wordsOf(sums) });
  return (
    <div className={css.ages}>
      <Segmented
        label={t('dunning.ages')}
        value={chosen ?? (filter ? '' : 'all')}
        onChange={(age) =>
          list.change({ filter: debtAges.includes(age as Age) ? filterOf(age as Age) : undefined })
        }
        options={[
          { value: 'all', label: labelOf(t('dunning.allAges'), ages) },
          ...debtAges.map((age) => ({
            value: age,
            label: labelOf(
              t(`choices.debtAge.${age}`),
              ages.filter((one) => one.age === age),
            ),
          })),
        ]}
      />
    </div>
  );
};
