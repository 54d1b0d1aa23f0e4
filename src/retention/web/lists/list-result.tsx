import type { OpenCareList } from '../plan/client.ts';
import { ListEffects } from './list-effects.tsx';
import { ListTotals } from './list-totals.tsx';
import { QiniCurve } from './qini-curve.tsx';

/** What came of a list, from its sums to the order in which it was worked through. */
export const ListResult = ({ list }: { list: OpenCareList }) => (
  <>
    <ListTotals list={list} />
    <ListEffects list={list} />
    {list.qini ? <QiniCurve qini={list.qini} /> : null}
    {list.endReason === '' ? null : <p className="dim">{list.endReason}</p>}
  </>
);
