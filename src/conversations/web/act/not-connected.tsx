import { Link } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Opened } from '../api.ts';
import { isCutOff } from '../cut-off.ts';
import css from './act.module.css';

/** Why there is no field to answer in, and where that is mended. */
export const NotConnected = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const may = useMay();
  if (!isCutOff(conversation)) return null;
  return (
    <p className={css.foreign}>
      {t('act.notConnected', { by: t(`channels.${conversation.channel}`) })}{' '}
      {may('channels.manage') ? <Link to="/settings/channels">{t('act.connect')}</Link> : null}
    </p>
  );
};
