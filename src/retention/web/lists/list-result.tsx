import { formatMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { OpenCareList } from '../plan/client.ts';
import { ListEffects } from './list-effects.tsx';
import { ListPeople } from './list-people.tsx';
import { ListTotals } from './list-totals.tsx';
import { QiniCurve } from './qini-curve.tsx';

/** What came of a list, from its sums to the order in which it was worked through. */
export const ListResult = ({ list }: { list: OpenCareList }) => {
  const t = useTexts('retention');
  const budget = formatMoney(list.budgetMinor, list.currency);
  return (
    <>
      <ListTotals list={list} />
      {list.isSpent ? <p role="status">{t('lists.isSpent', { budget })}</p> : null}
      <ListEffects list={list} title={t('lists.effect')} since={list.startedOn} />
      {list.qini ? <QiniCurve qini={list.qini} /> : null}
      <ListPeople list={list} />
    </>
  );
};
