import { Link } from 'react-router';
import { useTexts } from '../../ui/texts.ts';

/** To what one channel has brought and nobody could read, or what was no request. */
export const SetAsideLink = ({ by, count }: { by: string; count: number }) => {
  const t = useTexts('channels');
  if (count === 0) return null;
  return <Link to={`/settings/set-aside?by=${by}`}>{t('channels.toSetAside', { count })}</Link>;
};
