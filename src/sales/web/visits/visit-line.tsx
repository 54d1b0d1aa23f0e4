import { Link } from 'react-router';
import { formatPhone } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Visit } from '../client.ts';
import { hoursText } from './slot-words.ts';
import css from './visits.module.css';

/** Who is visited, where and when, and whether they are connected by now. */
export const VisitLine = ({ visit }: { visit: Visit }) => {
  const t = useTexts('sales');
  return (
    <li className={css.row}>
      <b className="tabular">{hoursText(visit)}</b>
      <Link to={`/deals/${visit.dealId}`}>{visit.name}</Link>
      <span className={css.wide}>{visit.address}</span>
      <span className="tabular">{formatPhone(visit.phone)}</span>
      <span className="dim">{visit.district}</span>
      {visit.isDone ? <Badge tone="green">{t('visits.done')}</Badge> : null}
    </li>
  );
};
