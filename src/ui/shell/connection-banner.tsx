import { useIsConnectionLost } from '../live.ts';
import { useTexts } from '../texts.ts';
import css from './shell.module.css';

/** Says that the screen may be out of date, and that it keeps trying. */
export const ConnectionBanner = () => {
  const t = useTexts();
  const isLost = useIsConnectionLost();
  return (
    <div role="status">
      {isLost ? <div className={css.banner}>{t('connection.lost')}</div> : null}
    </div>
  );
};
