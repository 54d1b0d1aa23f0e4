import { SettingsPage } from '../../../staff/web/index.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { TrustForm } from './trust-form.tsx';

/** How much is trusted to whom, and whose limits a change would make others. */
export const Component = () => {
  const t = useTexts('billing');
  const read = useRead('GET /api/trust-settings');
  return (
    <SettingsPage title={t('trust.title')} subtitle={t('trust.rules.subtitle')}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data ? (
        <TrustForm key={read.data.version} settings={read.data} />
      ) : (
        <SkeletonLine widthPx={320} />
      )}
    </SettingsPage>
  );
};
