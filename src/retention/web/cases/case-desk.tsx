import { useLiveRefresh } from '../../../ui/live.ts';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useRead } from '../client.ts';
import { ExitPart } from '../exits/exit-part.tsx';
import { NoticePart } from '../exits/notice-part.tsx';
import { CaseEnd } from './case-end.tsx';
import { CaseHead } from './case-head.tsx';
import css from './desk.module.css';
import { OffersPart } from './offers-part.tsx';
import { ReasonPart } from './reason-part.tsx';
import { WishPart } from './wish-part.tsx';

type Props = {
  id: number;
  /** Beside a conversation there is no room for more than what is spoken of. */
  isNarrow?: boolean;
};

/** What whoever speaks with them goes through: what was said, why, what helps, how it ends. */
export const CaseDesk = ({ id, isNarrow = false }: Props) => {
  const read = useRead('GET /api/cases/{id}', { id });
  useLiveRefresh(['retention.*'], ['/api/cases'], ({ subjectId }) => [0, id].includes(subjectId));
  if (read.error) return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return null;
  const found = read.data;
  return (
    <div className={css.desk}>
      {isNarrow ? <CaseHead found={found} /> : null}
      <WishPart found={found} isNarrow={isNarrow} />
      <NoticePart found={found} />
      <ReasonPart key={`${found.id} ${found.reason?.id}`} found={found} />
      <OffersPart found={found} />
      <CaseEnd found={found} />
      <ExitPart found={found} />
    </div>
  );
};
