import type { useForm } from '../../../ui/form/use-form.ts';
import { majorOf, minorOf } from '../../../ui/format.ts';
import type { Reward, RewardFields } from '../client.ts';

/** A reward as its form holds it. */
export type RewardValues = Pick<Reward, 'name' | 'kind' | 'words' | 'isArchived'> & {
  points: number | undefined;
  value: number | undefined;
  days: number | undefined;
  productVersionId: string | null;
  stock: number | undefined;
  mostPerMonth: number | undefined;
  budget: number | undefined;
  levelId: string | null;
  codes: string;
};
export type FormOfReward = ReturnType<typeof useForm<RewardValues, unknown>>;

const keyOf = (id: number | null | undefined): string | null => (id ? String(id) : null);
const number = (id: string | null): number | null => (id === null ? null : Number(id));
const isMoney = (kind: Reward['kind']): boolean => kind !== 'discount';

export const valuesOf = (reward: Reward | undefined, currency: string): RewardValues => ({
  name: reward?.name ?? '',
  kind: reward?.kind ?? 'discount',
  words: reward?.words ?? '',
  isArchived: reward?.isArchived ?? false,
  points: reward?.points,
  value:
    reward && isMoney(reward.kind) ? majorOf(reward.value, currency) : (reward?.value ?? undefined),
  days: reward?.days ?? 30,
  productVersionId: keyOf(reward?.productVersionId),
  stock: reward?.stock ?? undefined,
  mostPerMonth: reward?.mostPerMonth ?? undefined,
  budget: reward?.budgetMinor ? majorOf(reward.budgetMinor, currency) : undefined,
  levelId: keyOf(reward?.levelId),
  codes: '',
});

/** As the server takes them. */
export const fieldsOf = (values: RewardValues, currency: string): RewardFields => {
  const {
    name,
    kind,
    words,
    points = 0,
    value = 0,
    days = 0,
    stock,
    mostPerMonth,
    budget,
  } = values;
  return {
    name,
    kind,
    words,
    points,
    days,
    value: isMoney(kind) ? minorOf(value, currency) : value,
    productVersionId: kind === 'speed' ? number(values.productVersionId) : null,
    stock: stock ?? null,
    mostPerMonth: mostPerMonth ?? null,
    budgetMinor: budget === undefined ? null : minorOf(budget, currency),
    levelId: number(values.levelId),
  };
};

export const codesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((code) => code.trim())
      .filter((code) => code !== ''),
  ),
];
