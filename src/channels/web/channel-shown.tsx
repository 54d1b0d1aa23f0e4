import { Link } from 'react-router';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';
import { useRead } from './client.ts';
import { EmbedLine } from './embed-line.tsx';
import css from './channels.module.css';

/** Above a list of all the line for the site; else of which channel it is, and the way to all. */
export const ChannelShown = ({ by }: { by: string }) =>
  by === '' ? <EmbedLine /> : <OneChannel by={by} />;

const OneChannel = ({ by }: { by: string }) => {
  const t = useTexts('channels');
  const may = useMay();
  const { data } = useRead('GET /api/channels', {}, { isEnabled: may('channels.manage') });
  const name = data?.rows.find(({ id }) => String(id) === by)?.name;
  return (
    <p className={css.text}>
      {by === 'form' ? t('channels.form') : (name ?? t('channels.one'))} ·{' '}
      <Link to="/settings/set-aside">{t('channels.ofAll')}</Link>
    </p>
  );
};
