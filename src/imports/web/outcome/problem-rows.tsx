import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { addressOf } from '../../../ui/call.ts';
import { formatNumber } from '../../../ui/format.ts';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { OfImport } from '../client.ts';
import css from '../imports.module.css';
import { type RowsShown, useRows } from '../use-pages.ts';
import { RowTable } from './row-table.tsx';

/** Rows that somebody should look at, by what is the matter; all of them go as a file. */
export const ProblemRows = ({ imported }: OfImport) => {
  const t = useTexts('imports');
  const { id, errorCount, warningCount, counts } = imported;
  const amounts: [RowsShown, number][] = [
    ['errors', errorCount],
    ['warnings', warningCount],
    ['duplicates', counts.duplicates],
  ];
  const met = amounts.filter(([, count]) => count > 0);
  const [chosen, setChosen] = useState<RowsShown | null>(null);
  const shown = met.find(([only]) => only === chosen)?.[0] ?? met[0]?.[0];
  if (!shown) return <p className="dim">{t('rows.none')}</p>;
  return (
    <section aria-label={t('rows.label')}>
      <div className={css.tools}>
        <Segmented
          label={t('rows.label')}
          value={shown}
          options={met.map(([value, count]) => ({
            value,
            label: `${t(`tallies.${value}`)} ${formatNumber(count)}`,
          }))}
          onChange={setChosen}
        />
        {errorCount + warningCount > 0 ? (
          <Button
            size="xs"
            component="a"
            leftSection={<Download size={13} />}
            href={addressOf('GET /api/imports/{id}/errors.csv', { id })}
          >
            {t('rows.download')}
          </Button>
        ) : null}
      </div>
      <Rows key={shown} id={id} only={shown} />
    </section>
  );
};

const Rows = ({ id, only }: { id: number; only: RowsShown }) => {
  const t = useTexts('imports');
  const pages = useRows(id, only);
  if (pages.failure) return <ErrorState failure={pages.failure} onRetry={pages.reload} />;
  return (
    <>
      <RowTable rows={pages.rows ?? []} only={only} />
      {pages.hasMore ? (
        <Button mt="md" loading={pages.isLoadingMore} onClick={pages.loadMore}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
};
