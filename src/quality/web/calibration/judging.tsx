import { useState } from 'react';
import { formatNo } from '../../../ui/format.ts';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { itemsOf } from '../../reviews/score-card.ts';
import type { Calibration } from '../client.ts';
import css from '../quality.module.css';
import { SaidPane } from '../reviews/said-pane.tsx';
import { BlindCard } from './blind-card.tsx';
import { EndPart } from './end-part.tsx';

/** The contacts one after the other: what was said, and one’s own answers. */
export const Judging = ({ one }: { one: Calibration }) => {
  const t = useTexts('quality');
  const { card, contacts } = one;
  const [chosen, setChosen] = useState(String(contacts[0]?.id ?? ''));
  const contact = contacts.find(({ id }) => String(id) === chosen) ?? contacts[0];
  const left = contacts.map(
    ({ applies, mine }) => itemsOf(card.groups, applies).length - mine.length,
  );
  if (!contact) return null;
  const heard = {
    id: contact.id,
    conversationId: contact.conversationId,
    notes: [],
    isMine: false,
    finishedAt: null,
  };
  return (
    <>
      <div className={css.contacts}>
        <Segmented
          label={t('calibrations.contacts')}
          value={String(contact.id)}
          options={contacts.map(({ id, number }, at) => ({
            value: String(id),
            label: left[at] === 0 ? `${formatNo(number)} ✓` : formatNo(number),
          }))}
          onChange={setChosen}
        />
      </div>
      <div className={css.review}>
        <SaidPane key={contact.id} review={heard} />
        <BlindCard key={`card ${contact.id}`} one={one} contact={contact}>
          <EndPart one={one} left={left.reduce((all, some) => all + some, 0)} />
        </BlindCard>
      </div>
    </>
  );
};
