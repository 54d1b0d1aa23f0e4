import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import { type Script, useRead } from '../client.ts';
import { EndExperiment } from './end-experiment.tsx';
import { ExperimentView } from './experiment-view.tsx';
import { NewExperiment } from './new-experiment.tsx';
import css from './scripts.module.css';

type Props = { script: Script; onAnew: () => void };

/** Two versions against each other: the experiment that goes on, and those that went before. */
export const Experiments = ({ script, onAnew }: Props) => {
  const t = useTexts('sales');
  const [dialog, setDialog] = useState<'new' | 'end' | null>(null);
  const { data } = useRead('GET /api/sale-scripts/{id}/experiments', { id: script.id });
  const experiments = data?.experiments ?? [];
  const running = experiments.find(({ endedAt }) => endedAt === null);
  const close = (): void => setDialog(null);
  const done = (): void => {
    close();
    onAnew();
  };
  const hasTwo = script.versions.length > 1;
  return (
    <section className={css.versions} aria-label={t('experiments.title')}>
      <div className={css.versionsHead}>
        <h2>{t('experiments.title')}</h2>
        {running ? (
          <Button size="xs" onClick={() => setDialog('end')}>
            {t('experiments.end')}
          </Button>
        ) : (
          <Button size="xs" disabled={!hasTwo} onClick={() => setDialog('new')}>
            {t('experiments.start')}
          </Button>
        )}
      </div>
      {data && experiments.length === 0 ? (
        <p className="dim">{t(hasTwo ? 'experiments.none' : 'experiments.needTwo')}</p>
      ) : null}
      {experiments.map((one) => (
        <ExperimentView key={one.id} experiment={one} />
      ))}
      {dialog === 'new' ? <NewExperiment script={script} onClose={close} onDone={done} /> : null}
      {dialog === 'end' && running ? (
        <EndExperiment script={script} experiment={running} onClose={close} onDone={done} />
      ) : null}
    </section>
  );
};
