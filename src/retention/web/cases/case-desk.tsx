import { Link } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { ExitPart } from '../exits/exit-part.tsx';
import { CaseEnd } from './case-end.tsx';
import css from './desk.module.css';
import { CaseMark, MoodMarks } from './marks.tsx';
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
  const t = useTexts('retention');
  const read = useRead('GET /api/cases/{id}', { id });
  useLiveRefresh(['retention.*'], ['/api/cases'], ({ subjectId }) => [0, id].includes(subjectId));
  if (read.error) return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return null;
  const found = read.data;
  return (
    <div className={css.desk}>
      {isNarrow ? (
        <div className={css.line}>
          <Link to={`/cases/${id}`}>{t('cases.title', { number: formatNo(id) })}</Link>
          <CaseMark {...found} />
          <MoodMarks {...found} />
        </div>
      ) : null}
      <WishPart found={found} isNarrow={isNarrow} />
      <ReasonPart key={`${found.id} ${found.reason?.id}`} found={found} />
      <OffersPart found={found} />
      <CaseEnd found={found} />
      <ExitPart found={found} />
    </div>
  );
};
