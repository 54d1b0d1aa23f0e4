import { Scale } from 'lucide-react';
import { formatDay, formatInstant } from '../../../ui/format.ts';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { AdvisorActions } from './advisor-actions.tsx';
import { Findings } from './findings.tsx';
import { useAdvisor } from './use-advisor.ts';

/** Who overpays, who pays too little, on which lines companies work, and what a change brings. */
export const Component = () => {
  const t = useTexts('billing');
  const read = useAdvisor();
  const { latest = null, going = null } = read.data ?? {};
  const subtitle = latest
    ? t('advisor.counted', {
        count: latest.accounts,
        month: formatDay(latest.month, 'month'),
        at: formatInstant(latest.finishedAt ?? latest.startedAt),
      })
    : '';
  return (
    <Page
      title={t('advisor.page')}
      subtitle={subtitle}
      actions={<AdvisorActions going={going} />}
      layout="padded"
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && !latest ? (
        <EmptyState icon={Scale} title={t('advisor.none')} text={t('advisor.noneText')} />
      ) : null}
      {read.data && latest ? <Findings key={latest.id} advisor={read.data} /> : null}
    </Page>
  );
};
