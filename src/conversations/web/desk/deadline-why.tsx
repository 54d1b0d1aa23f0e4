import { DeadlinePopover } from '../../../norms/web/index.tsx';
import { formatDuration } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { aheadOf } from './ahead.ts';
import { TouchClock } from './touch-clock.tsx';

/** The clock of the first touch; a click on it says why it is due when it is. */
export const DeadlineWhy = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const { deadline, openedAt, touchDueAt, touchSeconds, touchedBy, needs } = conversation;
  const touched =
    touchSeconds === null
      ? null
      : `${formatDuration(touchSeconds)}${touchedBy ? `, ${touchedBy.name}` : ''}`;
  return (
    <DeadlinePopover
      deadline={deadline}
      began={{ label: t('why.came'), at: openedAt }}
      due={{ label: t('why.due'), at: touchDueAt }}
      more={[
        { label: t('why.touched'), value: touched },
        { label: t('why.ahead'), value: aheadOf(t, conversation) },
        { label: t('why.needs'), value: needs.map(({ name }) => name).join(', ') },
      ]}
      rule={t('why.rule')}
    >
      <TouchClock row={conversation} />
    </DeadlinePopover>
  );
};
