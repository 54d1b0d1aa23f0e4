import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../quality.module.css';
import { AuditsTable } from './audits-table.tsx';
import { OpenSteps } from './open-steps.tsx';
import { StartDialog } from './start-dialog.tsx';

/** Audits of departments, and what is still to be done after them. */
export const Component = () => {
  const t = useTexts('quality');
  const [isStarting, setStarting] = useState(false);
  return (
    <Page
      title={t('audits.title')}
      subtitle={t('audits.subtitle')}
      layout="padded"
      actions={
        <>
          <Button variant="default" component={Link} to="/quality/checklists">
            {t('checklists.title')}
          </Button>
          <CreateAction onClick={() => setStarting(true)}>{t('audits.start')}</CreateAction>
        </>
      }
    >
      <div className={css.page}>
        <AuditsTable />
        <OpenSteps />
      </div>
      {isStarting ? <StartDialog onClose={() => setStarting(false)} /> : null}
    </Page>
  );
};
