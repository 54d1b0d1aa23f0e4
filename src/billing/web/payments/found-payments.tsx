import { Banknote } from 'lucide-react';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { PaymentsTable } from './payments-table.tsx';
import { type Asked, usePayments } from './use-payments.ts';

/** Payments that fit what is asked, or why there are none. */
export const FoundPayments = ({ asked }: { asked: Asked }) => {
  const t = useTexts('billing');
  const read = usePayments(asked);
  const rows = read.data?.pages.flatMap(({ payments }) => payments) ?? [];
  const isNarrowed = Object.keys(asked).length > 0;
  if (read.error && !read.data) {
    return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  }
  if (read.data && rows.length === 0) {
    return (
      <EmptyState
        icon={Banknote}
        title={t(isNarrowed ? 'payments.notFound' : 'payments.empty')}
        text={t(isNarrowed ? 'payments.notFoundText' : 'payments.emptyText')}
      />
    );
  }
  return (
    <>
      {rows.length === 0 ? null : <PaymentsTable payments={rows} />}
      <MoreButton pages={read}>{t('corrections.more')}</MoreButton>
    </>
  );
};
