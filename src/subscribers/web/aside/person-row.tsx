import { useState, type ReactNode } from 'react';
import { Day } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Card, ContactPerson } from '../client.ts';
import css from './aside.module.css';
import { ContactForm } from './contact-form.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonMenu } from './person-menu.tsx';

type Props = { card: Card; person: ContactPerson };

/** Somebody through whom one talks with a subscriber; below stand the ways to reach that person. */
export const PersonRow = ({ card, person, children }: Props & { children: ReactNode }) => {
  const t = useTexts('subscribers');
  const may = useMay();
  const [doing, setDoing] = useState<'edit' | 'add'>();
  const close = (): void => setDoing(undefined);
  return (
    <div className={css.person}>
      {doing === 'edit' ? (
        <PersonForm card={card} person={person} onClose={close} />
      ) : (
        <div className={css.personHead}>
          <span>
            <strong>{person.name}</strong>{' '}
            <span className={css.note}>
              {t(`choices.role.${person.role}`)}
              {person.birthOn ? ' · ' : ''}
              {person.birthOn ? <Day on={person.birthOn} /> : null}
            </span>
          </span>
          {may('subscribers.edit') && !card.erasedAt ? (
            <PersonMenu card={card} person={person} onDo={setDoing} />
          ) : null}
        </div>
      )}
      {children}
      {doing === 'add' ? <ContactForm card={card} personId={person.id} onClose={close} /> : null}
    </div>
  );
};
