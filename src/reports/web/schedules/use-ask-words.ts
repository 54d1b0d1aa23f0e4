import { useTexts } from '../../../ui/texts.ts';
import type { Planned } from '../client.ts';

/** What a report is, in a line. */
export const useAskWords = () => {
  const t = useTexts('reports');
  return ({ report, kpi = 'base', by = 'district', lives = 'all' }: Planned): string => {
    const name = t(`names.${kpi}`);
    if (report === 'kpis' || report === 'cohorts') return t(`schedules.reports.${report}`);
    if (report === 'survival') {
      return t('schedules.reports.survival', { by: t(`dimensions.${lives}`) });
    }
    return t(`schedules.reports.${report}`, { name, by: t(`dimensions.${by}`) });
  };
};
