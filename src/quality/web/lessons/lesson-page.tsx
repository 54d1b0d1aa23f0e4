import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../quality.module.css';
import { Article } from './article.tsx';
import { EffectFigures } from './effect-figures.tsx';
import { LessonDialog } from './lesson-dialog.tsx';
import { LessonKey } from './lesson-key.tsx';

/** A lesson as whoever writes it sees it: its words, its key, and what came of it. */
export const Component = () => {
  const t = useTexts('quality');
  const id = Number(useParams()['id']);
  const read = useRead('GET /api/quality-lessons/{id}', { id });
  const [isWriting, setWriting] = useState(false);
  const lesson = read.data;
  return (
    <Page
      title={lesson?.name ?? t('learning.lesson')}
      subtitle={lesson ? t('cards.version', { version: lesson.version }) : undefined}
      backTo="/quality/lessons"
      layout="padded"
      actions={
        lesson ? (
          <Button variant="default" onClick={() => setWriting(true)}>
            {t('cards.change')}
          </Button>
        ) : undefined
      }
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {lesson ? (
        <div className={css.page}>
          <EffectFigures effect={lesson.effect} />
          <Link to="/quality/learning">{t('lessons.who')}</Link>
          <Article lesson={lesson} />
          <LessonKey lesson={lesson} />
        </div>
      ) : null}
      {isWriting && lesson ? (
        <LessonDialog lesson={lesson} onClose={() => setWriting(false)} />
      ) : null}
    </Page>
  );
};
