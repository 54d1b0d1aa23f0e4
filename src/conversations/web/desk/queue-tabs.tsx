import { formatNumber } from '../../../ui/format.ts';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { type Shown, shownQueues } from './queues.ts';
import { deskNow, useDesk } from './use-desk.ts';
import css from './desk.module.css';

/** The queues, each with how many stand in it. */
export const QueueTabs = () => {
  const t = useTexts('conversations');
  const { queue, showQueue } = useDesk();
  const { data: counts } = useRead('GET /api/conversations/counts');
  const walk = (by: number): void => {
    const at = shownQueues.indexOf(deskNow().queue) + by;
    const next = shownQueues[(at + shownQueues.length) % shownQueues.length];
    if (next) void showQueue(next);
  };
  useShortcut('KeyH', () => walk(-1), { label: t('keys.previousQueue') });
  useShortcut('KeyL', () => walk(1), { label: t('keys.nextQueue') });
  const countOf = (shown: Shown): number | undefined => {
    if (shown === 'closed') return undefined;
    return shown === 'followUps' ? counts?.followUpsDue : counts?.[shown];
  };
  return (
    <div className={css.queues} role="group" aria-label={t('desk.queues')}>
      {shownQueues.map((shown) => (
        <button
          key={shown}
          type="button"
          className={css.queue}
          aria-pressed={shown === queue}
          onClick={() => void showQueue(shown)}
        >
          {t(`queues.${shown}`)}
          {countOf(shown) ? (
            <span className={css.queueCount}>{formatNumber(countOf(shown) ?? 0)}</span>
          ) : null}
        </button>
      ))}
    </div>
  );
};
