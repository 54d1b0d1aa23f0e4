import { useState } from 'react';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import css from '../quality.module.css';
import { CalibrationsTable } from './calibrations-table.tsx';
import { OpenDialog } from './open-dialog.tsx';

/** Calibrations: those one judges in, or all for whoever leads them. */
export const Component = () => {
  const t = useTexts('quality');
  const may = useMay();
  const [isOpening, setOpening] = useState(false);
  return (
    <Page
      title={t('calibrations.title')}
      subtitle={t('calibrations.subtitle')}
      layout="padded"
      backTo="/quality/reviews"
      actions={
        may('quality.manage') ? (
          <CreateAction onClick={() => setOpening(true)}>{t('calibrations.add')}</CreateAction>
        ) : undefined
      }
    >
      <div className={css.page}>
        <CalibrationsTable />
      </div>
      {isOpening ? <OpenDialog onClose={() => setOpening(false)} /> : null}
    </Page>
  );
};
