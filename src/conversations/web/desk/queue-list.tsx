import { useRef } from 'react';
import { PageHeader } from '../../../ui/show/page.tsx';
import { MentionList, NextTask, TaskList } from '../../../work/web/index.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { LabelFilter } from './label-filter.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { QueueRows } from './queue-rows.tsx';
import { QueueTabs } from './queue-tabs.tsx';
import { SoundSwitch } from './sound-switch.tsx';
import { useDesk } from './use-desk.ts';
import { VisitButton } from './visit-button.tsx';
import css from './desk.module.css';

/** A conversation opened from among the mentions leaves them beside it. */
const inMentions = (path: string): string => path.replace('queue=all', 'queue=mentions');

/** The list pane: queues with their counts, and under them the rows, the most urgent first. */
export const QueueList = () => {
  const t = useTexts('conversations');
  const { queue, labelId, task } = useDesk();
  const scroller = useRef<HTMLDivElement>(null);
  const isList = queue !== 'followUps' && queue !== 'mentions' && queue !== 'tasks';
  return (
    <>
      <PageHeader
        title={t(`titles.${queue}`)}
        actions={
          <>
            {isList ? <LabelFilter /> : null}
            {queue === 'tasks' ? <NextTask /> : null}
            <VisitButton />
            <SoundSwitch />
          </>
        }
      />
      <QueueTabs />
      <div ref={scroller} className={`${css.rows} scroll`}>
        {queue === 'tasks' ? (
          <TaskList
            openTask={task}
            keys={{ next: t('keys.next'), previous: t('keys.previous') }}
            empty={{ title: t('empty.tasks.title'), text: t('empty.tasks.text') }}
          />
        ) : null}
        {queue === 'followUps' ? <FollowUpList /> : null}
        {queue === 'mentions' ? (
          <MentionList
            pathOf={inMentions}
            empty={{ title: t('empty.mentions.title'), text: t('empty.mentions.text') }}
          />
        ) : null}
        {isList ? (
          <QueueRows key={`${queue} ${labelId}`} queue={queue} scroller={scroller} />
        ) : null}
      </div>
    </>
  );
};
