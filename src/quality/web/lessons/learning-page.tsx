import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../quality.module.css';
import { OpenSteps } from '../audits/open-steps.tsx';
import { GivenLessons } from './given-lessons.tsx';
import { WeakItems } from './weak-items.tsx';

/** What one does badly, or one's people do, and the lessons that they were given. */
export const Component = () => {
  const t = useTexts('quality');
  return (
    <Page
      title={t('learning.title')}
      subtitle={t('learning.subtitle')}
      layout="padded"
      actions={
        <Button variant="default" component={Link} to="/quality/lessons">
          {t('lessons.title')}
        </Button>
      }
    >
      <div className={css.page}>
        <GivenLessons />
        <WeakItems />
        <OpenSteps />
      </div>
    </Page>
  );
};
