import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { addressOf } from '../../../ui/call.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Economics } from '../client.ts';
import { CohortTable } from './cohort-table.tsx';
import { MonthTable } from './month-table.tsx';
import { SourceTable } from './source-table.tsx';
import { PitchTable, StageTable } from './stage-table.tsx';

type Props = { economics: Economics; months: number };

/** The tables of the page, each with the way out as a file. */
export const EconomicsTables = ({ economics, months }: Props) => {
  const t = useTexts('sales');
  const file = (part: 'months' | 'sources' | 'cohorts' | 'stages' | 'pitches') => (
    <Button
      size="xs"
      variant="subtle"
      component="a"
      href={addressOf('GET /api/sales-economics/export.csv', { part, months })}
      leftSection={<Download size={14} />}
      aria-label={t('economics.fileOf', { title: t(`economics.parts.${part}`) })}
    >
      {t('economics.file')}
    </Button>
  );
  return (
    <>
      <MonthTable economics={economics} actions={file('months')} />
      <SourceTable economics={economics} actions={file('sources')} />
      <CohortTable economics={economics} actions={file('cohorts')} />
      <StageTable economics={economics} actions={file('stages')} />
      <PitchTable economics={economics} actions={file('pitches')} />
    </>
  );
};
