import { Checkbox, Select } from '@mantine/core';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { VisitFilter } from './use-visit-filter.ts';
import css from './visits.module.css';

type Props = { filter: VisitFilter; districts: readonly string[] };

/** A week or a day of visits; of them those of one district, or those that are not done. */
export const VisitFilters = ({ filter, districts }: Props) => {
  const t = useTexts('sales');
  const { view, district, isOpenOnly, change } = filter;
  return (
    <div className={css.filters}>
      <Segmented
        label={t('visits.view')}
        value={view}
        options={(['week', 'day'] as const).map((one) => ({
          value: one,
          label: t(`visits.views.${one}`),
        }))}
        onChange={(one) => change({ view: one === 'day' ? 'day' : null })}
      />
      {districts.length > 1 ? (
        <Select
          aria-label={t('visits.district')}
          placeholder={t('visits.everywhere')}
          value={districts.includes(district) ? district : null}
          onChange={(value) => change({ district: value })}
          clearable
          data={districts}
        />
      ) : null}
      <Checkbox
        checked={isOpenOnly}
        onChange={(event) => change({ open: event.target.checked ? '1' : null })}
        label={t('visits.openOnly')}
      />
    </div>
  );
};
