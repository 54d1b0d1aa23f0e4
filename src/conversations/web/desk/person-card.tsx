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
import { Said } from './said-of-himself.tsx';
import { UnknownSender } from './unknown-sender.tsx';

const Known = ({ conversation }: { conversation: Opened }) => {
  const [isSaidOpen, setSaidOpen] = useState(false);
  const t = useTexts('conversations');
  return (
    <>
      <SubscriberAside id={conversation.subscriberId ?? 0} />
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
        <Slot of={personSections} conversation={data} />
        {isKnown ? <Known conversation={data} /> : <Said conversation={data} />}
        {data.subscriberId === null ? <UnknownSender conversation={data} /> : null}
      </div>
    </>
  );
};
