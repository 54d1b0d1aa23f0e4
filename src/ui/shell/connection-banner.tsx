import { useEffect, useState } from 'react';
import { useIsConnected } from '../live.ts';
import { useTexts } from '../texts.ts';
import css from './shell.module.css';

/** A broken stream mends itself in a moment, mostly; only a lasting loss is worth a word. */
const patienceMs = 5_000;

export const ConnectionBanner = () => {
  const t = useTexts();
  const isConnected = useIsConnected();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (isConnected) {
      setLost(false);
      return undefined;
    }
    const timer = setTimeout(() => setLost(true), patienceMs);
    return () => clearTimeout(timer);
  }, [isConnected]);
  return (
    <div role="status" aria-live="polite">
      {isLost ? <div className={css.banner}>{t('connection.lost')}</div> : null}
    </div>
  );
};
