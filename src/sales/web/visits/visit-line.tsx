import { Link } from 'react-router';
import { formatPhone } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Visit } from '../client.ts';
import css from './visits.module.css';

/** Who is visited and where, and whether they are connected by now. */
export const VisitLine = ({ visit }: { visit: Visit }) => {
  const t = useTexts('sales');
  return (
    <li className={css.row}>
      <Link to={`/deals/${visit.dealId}`}>{visit.name}</Link>
      <span className={css.wide}>{visit.address}</span>
      <span className="tabular">{formatPhone(visit.phone)}</span>
      {visit.isDone ? <Badge tone="green">{t('visits.done')}</Badge> : null}
    </li>
  );
};
