import { Checkbox, Select } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import type { VisitFilter } from './use-visit-filter.ts';
import css from './visits.module.css';

type Props = { filter: VisitFilter; districts: readonly string[] };

/** Of a day's visits those of one district, or those that are not done. */
export const VisitFilters = ({ filter, districts }: Props) => {
  const t = useTexts('sales');
  const { district, isOpenOnly, change } = filter;
  return (
    <div className={css.filters}>
      {districts.length > 1 ? (
        <Select
          aria-label={t('visits.district')}
          placeholder={t('visits.everywhere')}
          value={district === '' ? null : district}
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
