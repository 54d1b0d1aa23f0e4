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
  const isAllPlaced = asked.state === 'unidentified' && Object.keys(asked).length === 1;
  if (read.error && !read.data) {
    return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  }
  if (read.data && rows.length === 0) {
    return (
      <EmptyState
        icon={Banknote}
        {...(isAllPlaced
          ? { title: t('payments.allPlaced'), text: t('payments.allPlacedText') }
          : isNarrowed
            ? { title: t('payments.notFound'), text: t('payments.notFoundText') }
            : { title: t('payments.empty'), text: t('payments.emptyText') })}
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
