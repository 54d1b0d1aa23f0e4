import { SettingsPage } from '../../../staff/web/index.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { SellerForm } from './seller-form.tsx';

/** Who gives the service as papers say it, the VAT in its prices, and when acts are made. */
export const Component = () => {
  const t = useTexts('billing');
  const read = useRead('GET /api/seller');
  return (
    <SettingsPage title={t('seller.title')} subtitle={t('seller.hint')}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data ? (
        <SellerForm key={read.data.version} seller={read.data} />
      ) : (
        <SkeletonLine widthPx={320} />
      )}
    </SettingsPage>
  );
};
