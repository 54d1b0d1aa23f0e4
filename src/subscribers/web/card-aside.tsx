import { Slot } from '../../ui/slot.tsx';
import { AddressesSection } from './aside/addresses-section.tsx';
import { ConsentsSection } from './aside/consents-section.tsx';
import { ContactsSection } from './aside/contacts-section.tsx';
import { DocumentsSection } from './aside/documents-section.tsx';
import { HouseholdsSection } from './aside/households-section.tsx';
import { MergedSection } from './aside/merged-section.tsx';
import { NeedsSection } from './aside/needs-section.tsx';
import { RecordSection } from './aside/record-section.tsx';
import type { Card } from './client.ts';
import { cardSections } from './slots.ts';

/** Everything that holds now, section by section; what is asked about most stands first. */
export const CardAside = ({ card }: { card: Card }) => (
  <>
    <ContactsSection card={card} />
    <Slot of={cardSections} card={card} />
    <AddressesSection card={card} />
    <NeedsSection card={card} />
    <RecordSection card={card} />
    <HouseholdsSection card={card} />
    <DocumentsSection card={card} />
    <ConsentsSection card={card} />
    <MergedSection card={card} />
  </>
);
