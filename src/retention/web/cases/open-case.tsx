import { SubscriberAside } from '../../../subscribers/web/index.tsx';
import { formatInstant, formatNo } from '../../../ui/format.ts';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Case } from '../client.ts';
import { CaseDesk } from './case-desk.tsx';
import { CaseHistory } from './case-history.tsx';
import css from './desk.module.css';
import { CaseMarks } from './marks.tsx';
import { PastPart } from './past-part.tsx';
import { TakeAction } from './take-action.tsx';

/** What is spoken of in the middle; what they are to us at the right. */
export const OpenCase = ({ found }: { found: Case }) => {
  const t = useTexts('retention');
  const may = useMay();
  const { id, subscriber, openedAt, owner } = found;
  const opened = t('cases.openedAt', { at: formatInstant(openedAt) });
  return (
    <Page
      title={subscriber.name || t('cases.title', { number: formatNo(id) })}
      subtitle={[formatNo(id), opened, owner?.name ?? t('cases.nobodys')].join(' · ')}
      marks={<CaseMarks found={found} />}
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
