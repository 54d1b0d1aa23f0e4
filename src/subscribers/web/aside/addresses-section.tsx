import { useTexts } from '../../../ui/texts.ts';
import type { Card } from '../client.ts';
import { AddressForm } from './address-form.tsx';
import { AddressRow } from './address-row.tsx';
import css from './aside.module.css';
import { EditableSection } from './editable-section.tsx';

/** Where service is given. */
export const AddressesSection = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  return (
    <EditableSection
      card={card}
      title={t('addresses.title')}
      emptyText={card.addresses.length === 0 ? t('addresses.empty') : undefined}
      addLabel={t('addresses.add')}
      Form={AddressForm}
    >
      <ul className={css.rows}>
        {card.addresses.map((address) => (
          <AddressRow key={address.id} card={card} address={address} />
        ))}
      </ul>
    </EditableSection>
  );
};
