import { SubscriberAside } from '../../../subscribers/web/index.tsx';
import { formatInstant, formatNo } from '../../../ui/format.ts';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Deal } from '../client.ts';
import { DealMark } from '../marks.tsx';
import { DealActions } from './deal-actions.tsx';
import { DealFacts } from './deal-facts.tsx';
import { DealFeed } from './deal-feed.tsx';
import { DealStages } from './deal-stages.tsx';
import css from './open.module.css';

/** Where it stands and what is known in the middle; whom it is about at the right. */
export const OpenDeal = ({ deal }: { deal: Deal }) => {
  const t = useTexts('sales');
  const may = useMay();
  const { id, createdBy, openedAt, pipeline, subscriberId } = deal;
  const opened = createdBy
    ? t('deals.openedBy', { at: formatInstant(openedAt), name: createdBy })
    : t('deals.opened', { at: formatInstant(openedAt) });
  return (
    <Page
      title={deal.name}
      subtitle={[formatNo(id), pipeline.name, opened].join(' · ')}
      marks={<DealMark state={deal.state} />}
      backTo="/deals"
      actions={<DealActions deal={deal} />}
    >
      <div className={css.columns}>
        <div className={css.main}>
          <div className={css.head}>
            <DealStages deal={deal} />
          </div>
          <div
            className={`${css.scroll} scroll`}
            role="group"
            aria-label={t('deals.history')}
            // Nothing in it takes the focus, and a long one is scrolled by keys too.
            tabIndex={0}
          >
            <DealFeed deal={deal} />
          </div>
        </div>
        <aside className={`${css.aside} scroll`} aria-label={t('deals.about')}>
          <DealFacts deal={deal} />
          {subscriberId !== null && may('subscribers.view') ? (
            <SubscriberAside id={subscriberId} />
          ) : null}
        </aside>
      </div>
    </Page>
  );
};
