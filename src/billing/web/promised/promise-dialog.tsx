import { Modal } from '@mantine/core';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { TrustLine } from '../trust/trust-line.tsx';
import { Offer } from './offer.tsx';
import { Past } from './past.tsx';
import css from '../rules/rules.module.css';

type Props = { accountId: number; onClose: () => void };

/** What payment an account may promise, in words to be said aloud; and those promised before. */
export const PromiseDialog = ({ accountId, onClose }: Props) => {
  const t = useTexts('billing');
  const read = useRead('GET /api/accounts/{id}/promises', { id: accountId });
  return (
    <Modal opened onClose={onClose} title={t('promises.title')} size={480}>
      <div className={css.part}>
        {read.error ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {read.data ? (
          <>
            <Offer accountId={accountId} shown={read.data} onTaken={onClose} />
            <Past shown={read.data} />
            <TrustLine accountId={accountId} />
          </>
        ) : (
          <SkeletonLine widthPx={320} />
        )}
      </div>
    </Modal>
  );
};
