import { minorOf } from '../../../ui/format.ts';
import { isOfAccount, type TermsKind } from '../../kinds.ts';

/** Terms as a form holds them. */
export type Values = {
  kind: TermsKind;
  value: number | undefined;
  subscriptionIds: string[];
  accountId: string | null;
  fromOn: string;
  toOn: string;
  reason: string;
};

/** Terms as the server takes them. */
export const wantedOf = (id: number, currency: string, values: Values) => {
  const { kind, value = 0, subscriptionIds, accountId, fromOn, toOn } = values;
  const valueOf = {
    percent: Math.round(value * 100),
    sum: minorOf(value, currency),
    fixed: minorOf(value, currency),
    free: 0,
    longer: value,
    no_suspension: 0,
  };
  return {
    id,
    kind,
    value: valueOf[kind],
    subscriptionIds: isOfAccount(kind) ? [] : subscriptionIds.map(Number),
    accountId: isOfAccount(kind) && accountId !== null ? Number(accountId) : null,
    fromOn,
    toOn: toOn === '' ? null : toOn,
  };
};
