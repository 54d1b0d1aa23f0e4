import { Link } from 'react-router';
import { formatNo } from '../../ui/format.ts';
import { useLookup } from '../../ui/slot.tsx';
import type { Mark } from './client.ts';
import css from './billing.module.css';
import { markWords } from './slots.ts';

/** The work that points at money, or that a correction came from; a click opens it. */
export const MarkLink = ({ mark }: { mark: Pick<Mark, 'kind' | 'id'> & { title?: string } }) => {
  const { [mark.kind]: words } = useLookup(markWords);
  if (!words) return null;
  return (
    <Link to={words.pathOf(mark.id)} className={css.mark ?? ''} title={mark.title}>
      <words.icon size={13} />
      {formatNo(mark.id)}
      {mark.title === undefined ? null : <span className="cut">{mark.title}</span>}
    </Link>
  );
};
