import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';
import { ReportMenu } from '../papers/report-menu.tsx';
import type { Slice } from './use-address.ts';

/** From the figures to how long accounts stay, and to a file of what is shown. */
export const KpiActions = ({ months, slice }: { months: number; slice: Slice }) => {
  const t = useTexts('reports');
  return (
    <>
      <Button variant="subtle" renderRoot={(root) => <Link {...root} to="/reports/survival" />}>
        {t('survival.title')}
      </Button>
      <ReportMenu ask={{ report: 'kpis', months, ...slice }} />
    </>
  );
};
