import { CircleAlert, OctagonX } from 'lucide-react';
import { formatDay, formatInstant } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Checked } from '../client.ts';
import css from './check.module.css';

/** What has to be seen before anything is promised: stops of sales, and what is broken now. */
export const Warnings = ({ checked }: { checked: Checked }) => {
  const t = useTexts('network');
  const { stops, incident } = checked;
  return (
    <>
      {stops.map(({ id, level, reason, node, setBy, setAt, untilOn }) => (
        <div key={id} role="alert" className={css.warning} data-level={level}>
          {level === 'stop' ? <OctagonX size={18} /> : <CircleAlert size={18} />}
          <div>
            <b>{t(`stop.${level}`, { context: node === null ? 'building' : 'node', node })}</b>
            <span>{reason}</span>
            <span className={css.by}>
              {[
                setBy ?? '',
                formatInstant(setAt, 'dayMonth'),
                untilOn === null
                  ? t('stop.untilLifted')
                  : t('stop.until', { day: formatDay(untilOn) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
        </div>
      ))}
      {incident ? (
        <div role="alert" className={css.warning} data-level="stop">
          <CircleAlert size={18} />
          <div>
            <b>{t(`check.incident.${incident.kind}`)}</b>
            <span>{incident.cause}</span>
            <span className={css.by}>
              {t('check.since', { at: formatInstant(incident.startedAt) })}
            </span>
          </div>
        </div>
      ) : null}
    </>
  );
};
