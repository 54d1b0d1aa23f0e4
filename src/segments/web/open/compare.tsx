import { Select } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { formatNumber } from '../../../ui/format.ts';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type OpenSegment, useRead } from '../client.ts';
import { ComparedTable } from './compared-table.tsx';
import css from './open.module.css';

/** A segment beside another, or beside all who are with us. */
export const Compare = ({ segment }: { segment: OpenSegment }) => {
  const t = useTexts('segments');
  const [params, setParams] = useSearchParams();
  const others = useRead('GET /api/segments', {});
  const other = Number(params.get('with')) || undefined;
  const read = useRead(
    'GET /api/segments/compare',
    { first: segment.id, ...(other === undefined ? {} : { second: other }) },
    { isKept: true },
  );
  const choices = (others.data?.segments ?? []).filter(({ id }) => id !== segment.id);
  return (
    <>
      <Select
        className={css.choice}
        label={t('compared.with')}
        searchable
        clearable
        placeholder={t('compared.everybody')}
        value={other === undefined ? null : String(other)}
        data={choices.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(next) =>
          setParams({ tab: 'compare', ...(next === null ? {} : { with: next }) }, { replace: true })
        }
      />
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && !read.error ? (
        <>
          <p style={{ margin: 0 }}>
            {t('compared.sizes', {
              first: formatNumber(read.data.sizes.first),
              second: formatNumber(read.data.sizes.second),
              both: formatNumber(read.data.sizes.both),
            })}
          </p>
          <ComparedTable compared={read.data} />
        </>
      ) : null}
    </>
  );
};
