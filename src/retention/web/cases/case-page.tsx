import { useParams } from 'react-router';
import { SubscriberAside } from '../../../subscribers/web/index.tsx';
import { formatInstant, formatNo } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay, useViewer } from '../../../ui/viewer.tsx';
import { type Case, casePaths, useRead, useWrite } from '../client.ts';
import { CaseDesk } from './case-desk.tsx';
import { CaseHistory } from './case-history.tsx';
import css from './desk.module.css';
import { CaseMark, MoodMarks } from './marks.tsx';
import { PastPart } from './past-part.tsx';

/** A case under its number. */
export const Component = () => {
  const { id = '' } = useParams();
  const t = useTexts('retention');
  const read = useRead('GET /api/cases/{id}', { id: Number(id) });
  if (read.data) return <OpenCase found={read.data} />;
  return (
    <Page title={t('cases.title', { number: id })} backTo="/cases" layout="padded">
      {read.isError ? (
        <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
      ) : (
        <SkeletonLine widthPx={320} />
      )}
    </Page>
  );
};

const OpenCase = ({ found }: { found: Case }) => {
  const t = useTexts('retention');
  const may = useMay();
  const { id, subscriber, openedAt, owner } = found;
  const opened = t('cases.openedAt', { at: formatInstant(openedAt) });
  return (
    <Page
      title={subscriber.name}
      subtitle={[formatNo(id), opened, owner?.name ?? t('cases.nobodys')].join(' · ')}
      marks={
        <>
          <CaseMark {...found} />
          <MoodMarks {...found} />
        </>
      }
      backTo="/cases"
      actions={<TakeAction found={found} />}
    >
      <div className={css.columns}>
        <div className={css.main}>
          <div
            className={`${css.scroll} scroll`}
            role="group"
            aria-label={t('cases.one')}
            tabIndex={0}
          >
            <div className={css.room}>
              <CaseDesk id={id} />
              <CaseHistory found={found} />
            </div>
          </div>
        </div>
        <aside className={`${css.aside} scroll`} aria-label={t('cases.past')}>
          <PastPart found={found} />
          {may('subscribers.view') ? <SubscriberAside id={subscriber.id} /> : null}
        </aside>
      </div>
    </Page>
  );
};

const TakeAction = ({ found: { id, version, state, owner } }: { found: Case }) => {
  const t = useTexts('retention');
  const viewer = useViewer();
  const assign = useWrite('PUT /api/cases/{id}/owner', casePaths);
  if (state !== 'open') return null;
  const isMine = owner?.id === viewer.id;
  const ownerStaffId = isMine ? null : viewer.id;
  return (
    <Action
      keys="KeyT"
      loading={assign.isPending}
      onClick={() => void assign.mutateAsync({ id, version, ownerStaffId }).catch(notifyProblem)}
    >
      {isMine ? t('cases.release') : t('cases.take')}
    </Action>
  );
};
