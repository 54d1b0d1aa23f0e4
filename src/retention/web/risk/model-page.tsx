import { ChartColumn } from 'lucide-react';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useEvery } from '../../../ui/use-every.ts';
import { useRead } from './client.ts';
import { QualityFigures } from './quality-figures.tsx';
import css from './risk.module.css';
import { RiskSettings } from './settings-dialog.tsx';
import { isGoing, TrainButton, TrainingState } from './training.tsx';
import { Versions } from './versions.tsx';

const GOING_MS = 2000;

/** How well it is told who leaves, by what was measured on later months. */
export const Component = () => {
  const t = useTexts('retention');
  const read = useRead('GET /api/risk-model', {}, { isKept: true });
  const model = read.data;
  useEvery(isGoing(model?.training ?? null) ? GOING_MS : null, () => void read.refetch());
  const inForce = model?.versions.find((one) => one.isInForce);
  return (
    <Page
      title={t('risk.model')}
      backTo="/retention/risk"
      layout="padded"
      actions={
        <>
          <RiskSettings />
          {model ? <TrainButton training={model.training} /> : null}
        </>
      }
    >
      <div className={css.page}>
        {read.error && !model ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {model ? <TrainingState training={model.training} /> : null}
        {model && !inForce?.quality ? (
          <EmptyState
            icon={ChartColumn}
            title={t('risk.quality.none')}
            text={t('risk.quality.noneText')}
          />
        ) : null}
        {model && inForce?.quality ? (
          <QualityFigures quality={inForce.quality} model={model} />
        ) : null}
        {model && model.versions.length > 0 ? <Versions versions={model.versions} /> : null}
      </div>
    </Page>
  );
};
