import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { CareSettings } from './care-settings.tsx';
import { NewPipeline } from './new-pipeline.tsx';
import { PipelineSection } from './pipeline-section.tsx';
import css from './settings.module.css';
import { WordList } from './word-list.tsx';

const news = [
  'sales.pipeline_added',
  'sales.pipeline_changed',
  'sales.pipelines_ordered',
  'sales.stage_added',
  'sales.stage_changed',
  'sales.stages_ordered',
  'sales.word_added',
  'sales.word_changed',
  'sales.words_ordered',
];

/** Pipelines with their stages, where leads come from, and why nothing came of them. */
export const Component = () => {
  const t = useTexts('sales');
  const read = useRead('GET /api/pipelines');
  useLiveRefresh(news, ['/api/pipelines']);
  const [isNew, setNew] = useState(false);
  const { pipelines = [], sources = [], lostReasons = [] } = read.data ?? {};
  return (
    <SettingsPage
      title={t('settings.title')}
      subtitle={t('settings.subtitle')}
      actions={
        <CreateAction onClick={() => setNew(true)}>{t('settings.newPipeline')}</CreateAction>
      }
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      <div className={css.sections}>
        {pipelines.map((pipeline, at) => (
          <PipelineSection key={pipeline.id} pipeline={pipeline} all={pipelines} at={at} />
        ))}
        {read.data ? (
          <>
            <WordList kind="sources" words={sources} />
            <WordList kind="reasons" words={lostReasons} />
            <CareSettings />
          </>
        ) : null}
      </div>
      {isNew ? <NewPipeline onClose={() => setNew(false)} /> : null}
    </SettingsPage>
  );
};
