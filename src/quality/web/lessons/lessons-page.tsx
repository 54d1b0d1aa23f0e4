import { useState } from 'react';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead } from '../client.ts';
import css from '../quality.module.css';
import { LessonDialog } from './lesson-dialog.tsx';
import { LessonsTable } from './lessons-table.tsx';

/** All lessons; whoever writes them sees those put away, too. */
export const Component = () => {
  const t = useTexts('quality');
  const isManaging = useMay()('quality.manage');
  const read = useRead('GET /api/quality-lessons');
  const [isWriting, setWriting] = useState(false);
  return (
    <Page
      title={t('lessons.title')}
      subtitle={t('lessons.subtitle')}
      layout="padded"
      backTo="/quality/learning"
      actions={
        isManaging ? (
          <CreateAction onClick={() => setWriting(true)}>{t('lessons.add')}</CreateAction>
        ) : undefined
      }
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      <div className={css.page}>
        {read.data ? (
          <LessonsTable
            lessons={read.data.lessons.filter(({ isArchived }) => isManaging || !isArchived)}
          />
        ) : null}
      </div>
      {isWriting ? <LessonDialog lesson={null} onClose={() => setWriting(false)} /> : null}
    </Page>
  );
};
