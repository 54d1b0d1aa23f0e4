import { Link } from 'react-router';
import { Badge } from '../../ui/show/badge.tsx';
import { useTexts } from '../../ui/texts.ts';

type Props = { by: string; count: number; undecided: number };

/** To what one channel has brought and nobody could read, or what was no request. */
export const SetAsideLink = ({ by, count, undecided }: Props) => {
  const t = useTexts('channels');
  if (count === 0) return null;
  const waits = undecided > 0 ? t('channels.undecided', { count: undecided }) : null;
  return (
    <p>
      <Link to={`/settings/set-aside?by=${by}`}>{t('channels.toSetAside', { count })}</Link>{' '}
      {waits === null ? null : <Badge tone="red">{waits}</Badge>}
    </p>
  );
};
