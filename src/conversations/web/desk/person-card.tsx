import { useState } from 'react';
import { SubscriberAside } from '../../../subscribers/web/index.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { PageHeader } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead, type Opened } from '../api.ts';
import { personSections } from '../slots.ts';
import css from './person.module.css';
import { VerifyPanel } from '../verifying/verify-panel.tsx';
import { Said } from './said-of-himself.tsx';
import { UnknownSender } from './unknown-sender.tsx';

/** What is done with whoever it is: begun by small buttons in one row, gone on with below them. */
const Work = ({ conversation }: { conversation: Opened }) => (
  <div className={css.work}>
    <Slot of={personSections} conversation={conversation} />
  </div>
);

const Known = ({ conversation }: { conversation: Opened }) => {
  const [isSaidOpen, setSaidOpen] = useState(false);
  const t = useTexts('conversations');
  return (
    <>
      <SubscriberAside id={conversation.subscriberId ?? 0}>
        <Work conversation={conversation} />
      </SubscriberAside>
      <CardSection>
        <button type="button" className={css.more} onClick={() => setSaidOpen(!isSaidOpen)}>
          {t('card.said')}
        </button>
      </CardSection>
      {isSaidOpen ? <Said conversation={conversation} /> : null}
    </>
  );
};

/** The right pane: the subscriber as the base knows him, or the contact as he put himself down. */
export const PersonCard = ({ id }: { id: number }) => {
  const t = useTexts('conversations');
  const may = useMay();
  const { data } = useRead('GET /api/conversations/{id}', { id });
  if (!data) return null;
  const isKnown = data.subscriberId !== null && may('subscribers.view');
  return (
    <>
      <PageHeader title={t('desk.card')} />
      <div className="scroll">
        <VerifyPanel conversation={data} />
        {isKnown ? (
          <Known conversation={data} />
        ) : (
          <>
            <Said conversation={data} />
            {data.subscriberId === null ? <UnknownSender conversation={data} /> : null}
            <Work conversation={data} />
          </>
        )}
      </div>
    </>
  );
};
