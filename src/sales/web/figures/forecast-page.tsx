import { Button, Select } from '@mantine/core';
import { ChartColumn } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { useSalesWords } from '../use-sales-words.ts';
import { AheadTable, PastTable } from './forecast-tables.tsx';
import css from './figures.module.css';

/** What open deals will bring, and how what was forecast stands to what came. */
export const Component = () => {
  const t = useTexts('sales');
  const { pipelines } = useSalesWords();
  const [params, setParams] = useSearchParams();
  const pipelineId = Number(params.get('pipeline')) || undefined;
  const read = useRead('GET /api/deal-forecast', pipelineId === undefined ? {} : { pipelineId }, {
    isKept: true,
  });
  useLiveRefresh(['sales.*'], ['/api/deal-forecast']);
  return (
    <Page
      title={t('forecast.title')}
      backTo="/deals"
      layout="padded"
      actions={
        <Button
          variant="subtle"
          leftSection={<ChartColumn size={14} />}
          renderRoot={(root) => <Link {...root} to="/deals/economics" />}
        >
          {t('economics.title')}
        </Button>
      }
    >
      <div className={css.page}>
        {pipelines.length > 1 ? (
          <div className={css.tools}>
            <Select
              aria-label={t('fields.pipelineId')}
              placeholder={t('forecast.allPipelines')}
              clearable
              value={pipelineId === undefined ? null : String(pipelineId)}
              data={pipelines.map(({ id, name }) => ({ value: String(id), label: name }))}
              onChange={(value) => setParams(value === null ? {} : { pipeline: value })}
            />
          </div>
        ) : null}
        {read.error && !read.data ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {read.data ? (
          <>
            <AheadTable forecast={read.data} />
            <PastTable forecast={read.data} />
          </>
        ) : null}
        {read.data || read.error ? null : <SkeletonLine widthPx={320} />}
      </div>
    </Page>
  );
};
