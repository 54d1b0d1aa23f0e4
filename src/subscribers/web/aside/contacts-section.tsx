import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Card } from '../client.ts';
import css from './aside.module.css';
import { ContactForm } from './contact-form.tsx';
import { ContactRow } from './contact-row.tsx';
import { EditableSection } from './editable-section.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonRow } from './person-row.tsx';

/** Ways to reach a subscriber, and the people through whom one talks with it. */
export const ContactsSection = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  return (
    <EditableSection
      card={card}
      title={t('contacts.title')}
      emptyText={card.contacts.length === 0 ? t('contacts.empty') : undefined}
      addLabel={t('contacts.add')}
      Form={ContactForm}
    >
      <Contacts card={card} personId={null} />
      {card.contactPersons.map((person) => (
        <PersonRow key={person.id} card={card} person={person}>
          <Contacts card={card} personId={person.id} />
        </PersonRow>
      ))}
      <Persons card={card} />
    </EditableSection>
  );
};

const Contacts = ({ card, personId }: { card: Card; personId: number | null }) => (
  <ul className={css.rows}>
    {card.contacts
      .filter((contact) => contact.contactPersonId === personId)
      .map((contact) => (
        <ContactRow key={contact.id} card={card} contact={contact} />
      ))}
  </ul>
);

/** Companies are reached through people; where there is one already, another may be added. */
const Persons = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const isUsual = card.kind === 'organisation' || card.contactPersons.length > 0;
  if (!isUsual || card.erasedAt || !may('subscribers.edit')) return null;
  if (isOpen) return <PersonForm card={card} onClose={() => setOpen(false)} />;
  return (
    <Button
      className={css.add ?? ''}
      size="compact-xs"
      variant="transparent"
      leftSection={<Plus size={14} />}
      onClick={() => setOpen(true)}
    >
      {t('contacts.addPerson')}
    </Button>
  );
};
