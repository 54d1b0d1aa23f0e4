import { PageHeader } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { LabelFilter } from './label-filter.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { QueueRows } from './queue-rows.tsx';
import { QueueTabs } from './queue-tabs.tsx';
import { SoundSwitch } from './sound-switch.tsx';
import { useDesk } from './use-desk.ts';
import css from './desk.module.css';

/** The list pane: queues with their counts, and under them the rows, the most urgent first. */
export const QueueList = () => {
  const t = useTexts('conversations');
  const { queue, labelId } = useDesk();
  return (
    <>
      <PageHeader
        title={t(`titles.${queue}`)}
        actions={
          <>
            {queue === 'followUps' ? null : <LabelFilter />}
            <SoundSwitch />
          </>
        }
      />
      <QueueTabs />
      <div className={`${css.rows} scroll`}>
        {queue === 'followUps' ? (
          <FollowUpList />
        ) : (
          <QueueRows key={`${queue} ${labelId}`} queue={queue} />
        )}
      </div>
    </>
  );
};
