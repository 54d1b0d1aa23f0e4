import { Archive, AtSign, CalendarClock, ListTodo } from 'lucide-react';
import { formatNumber } from '../../../ui/format.ts';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMentions, useTaskCount } from '../../../work/web/index.tsx';
import type { Icon } from '../../../ui/web.ts';
import { useRead } from '../api.ts';
import { type Shown, shownQueues } from './queues.ts';
import { deskNow, useDesk } from './use-desk.ts';
import css from './desk.module.css';

const icons: Partial<Record<Shown, Icon>> = {
  tasks: ListTodo,
  followUps: CalendarClock,
  mentions: AtSign,
  closed: Archive,
};

/** Those one looks into less often are told by a sign, so that all of them stand in one line. */
const QueueName = ({ queue }: { queue: Shown }) => {
  const t = useTexts('conversations');
  const Picture = icons[queue];
  const name = t(`queues.${queue}`);
  if (!Picture) return <span className="cut">{name}</span>;
  return (
    <>
      <Picture size={15} aria-hidden="true" />
      <span className="visually-hidden">{name}</span>
    </>
  );
};

/** All of them stand in one line, however many wait. */
const countText = (count: number): string =>
  count > MOST_COUNTED ? `${MOST_COUNTED}+` : formatNumber(count);

const MOST_COUNTED = 99;

/** The queues, each with how many stand in it; the one of all tells no more than the others. */
export const QueueTabs = () => {
  const t = useTexts('conversations');
  const { queue, look } = useDesk();
  const { data: counts } = useRead('GET /api/conversations/counts');
  const { unseenCount } = useMentions();
  const taskCount = useTaskCount();
  const walk = (by: number): void => {
    const at = shownQueues.indexOf(deskNow().queue) + by;
    const next = shownQueues[(at + shownQueues.length) % shownQueues.length];
    if (next) void look({ queue: next });
  };
  useShortcut('KeyH', () => walk(-1), { label: t('keys.previousQueue') });
  useShortcut('KeyL', () => walk(1), { label: t('keys.nextQueue') });
  const countOf = (shown: Shown): number | undefined => {
    if (shown === 'closed' || shown === 'all') return undefined;
    if (shown === 'mentions') return unseenCount;
    if (shown === 'tasks') return taskCount;
    return shown === 'followUps' ? counts?.followUpsDue : counts?.[shown];
  };
  return (
    <div className={css.queues} role="group" aria-label={t('desk.queues')}>
      {shownQueues.map((shown) => (
        <button
          key={shown}
          type="button"
          className={`${css.queue} ${icons[shown] ? css.sign : ''}`}
          aria-pressed={shown === queue}
          title={t(`titles.${shown}`)}
          onClick={() => void look({ queue: shown })}
        >
          <QueueName queue={shown} />
          {countOf(shown) ? (
            <span className={css.queueCount}>{countText(countOf(shown) ?? 0)}</span>
          ) : null}
        </button>
      ))}
    </div>
  );
};
