import { useParams } from 'react-router';
import figures from '../../../ui/show/figures.module.css';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../quality.module.css';
import { Article } from './article.tsx';
import { GivenLine } from './assignment-state.tsx';
import { EffectFigures } from './effect-figures.tsx';
import { LessonTest } from './lesson-test.tsx';
import { Tries } from './tries.tsx';

/** One's own lesson to read and be tried in; for whoever leads, what came of it. */
export const Component = () => {
  const t = useTexts('quality');
  const id = Number(useParams()['id']);
  const read = useRead('GET /api/quality-assignments/{id}', { id });
  const given = read.data;
  return (
    <Page
      title={given?.lesson.name ?? t('learning.lesson')}
      subtitle={given ? given.staff.name : undefined}
      backTo="/quality/learning"
      layout="padded"
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {given ? (
        <div className={css.page}>
          <GivenLine given={given} />
          <Article lesson={given} />
          {given.mayTry ? <LessonTest key={given.attempts} given={given} /> : null}
          {given.isMine && !given.mayTry && !given.passedAt && !given.cancelledAt ? (
            <section className={figures.sheet}>{t('learning.tomorrow')}</section>
          ) : null}
          <Tries given={given} />
          {given.passedAt ? <EffectFigures effect={given.effect} /> : null}
        </div>
      ) : null}
    </Page>
  );
};
