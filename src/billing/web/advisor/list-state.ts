import type { Condition, ListQuery } from '../../../ui/table/contract.ts';
import { writeListState } from '../../../ui/table/list-state.ts';
import type { Asked } from './asking.tsx';

const columns = ['name', 'account', 'phone', 'tariff', 'monthlyFee'];
const fields = { overpays: 'saving', underpaid: 'underpaid' } as const;
const LEAST_MINOR = 1;

/** The list of subscribers that holds those who are asked about. */
export function listQuery({ kind, fromMinor, productId }: Asked): ListQuery {
  const whose: Condition =
    kind === 'shared'
      ? { field: 'sharedLine', op: 'is', value: true }
      : { field: fields[kind], op: 'gte', value: Math.max(LEAST_MINOR, fromMinor) };
  const told = kind === 'shared' ? ['saving'] : [fields[kind]];
  const tariff: Condition = { field: 'tariff', op: 'in', value: [String(productId)] };
  return {
    columns: [...columns, 'advisedTariff', ...told],
    filter: productId === null ? whose : { all: [whose, tariff] },
  };
}

export const listAddress = (asked: Asked): string =>
  `/subscribers?${writeListState(new URLSearchParams(), { viewId: undefined, changes: listQuery(asked) })}`;
