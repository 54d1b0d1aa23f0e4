import { Slot } from '../../ui/slot.tsx';
import { AddressesSection } from './aside/addresses-section.tsx';
import { ConsentsSection } from './aside/consents-section.tsx';
import { ContactsSection } from './aside/contacts-section.tsx';
import { DocumentsSection } from './aside/documents-section.tsx';
import { HouseholdsSection } from './aside/households-section.tsx';
import { MergedSection } from './aside/merged-section.tsx';
import { NeedsSection } from './aside/needs-section.tsx';
import { RecordSection } from './aside/record-section.tsx';
import { CodeWordSection } from './aside/code-word-section.tsx';
import type { Card } from './client.ts';
import { cardSections, cardServices } from './slots.ts';

/**
 * Everything that holds now, section by section, in the order in which a call needs it: the phone,
 * tariff, balance and line, the address, then the rest.
 */
export const CardAside = ({ card }: { card: Card }) => (
  <>
    <ContactsSection card={card} />
    <Slot of={cardServices} card={card} />
    <AddressesSection card={card} />
    <Slot of={cardSections} card={card} />
    <NeedsSection card={card} />
    <RecordSection card={card} />
    <HouseholdsSection card={card} />
    <CodeWordSection card={card} />
    <DocumentsSection card={card} />
    <ConsentsSection card={card} />
    <MergedSection card={card} />
  </>
);
