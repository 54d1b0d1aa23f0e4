import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCalendars } from '../../../norms/web/index.tsx';
import { useTexts } from '../../../ui/texts.ts';

type Props = { value: number | null; error?: ReactNode; onChange: (id: number | null) => void };

const country = '0';

/** By whose days off nobody is suspended: the country's, or those of a calendar. */
export const RestCalendar = ({ value, error, onChange }: Props) => {
  const t = useTexts('billing');
  const calendars = useCalendars();
  return (
    <Select
      value={value === null ? country : String(value)}
      error={error}
      onChange={(chosen) => onChange(Number(chosen) || null)}
      label={t('charging.restCalendar')}
      description={t('charging.restCalendarHint')}
      allowDeselect={false}
      data={[
        { value: country, label: t('charging.restOfCountry') },
        ...calendars.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
    />
  );
};
