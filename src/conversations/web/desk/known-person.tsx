import { useState } from 'react';
import { SubscriberAside } from '../../../subscribers/web/index.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { personSections } from '../slots.ts';
import css from './person.module.css';
import { Said } from './said-of-himself.tsx';

/** What is done with whoever it is: begun by small buttons in one row, gone on with below them. */
export const PersonWork = ({ conversation }: { conversation: Opened }) => (
  <div className={css.work}>
    <Slot of={personSections} conversation={conversation} />
  </div>
);

/** The subscriber as the base knows them, the work at hand below the name. */
export const KnownPerson = ({ conversation }: { conversation: Opened }) => {
  const [isSaidOpen, setSaidOpen] = useState(false);
  const t = useTexts('conversations');
  return (
    <>
      <SubscriberAside id={conversation.subscriberId ?? 0}>
        <PersonWork conversation={conversation} />
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
