import { useTexts } from '../../../ui/texts.ts';
import type { Card } from '../client.ts';
import css from './aside.module.css';
import { DocumentForm } from './document-form.tsx';
import { DocumentRow } from './document-row.tsx';
import { EditableSection } from './editable-section.tsx';

/** Passports, contracts and powers of attorney, with their scans. */
export const DocumentsSection = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  return (
    <EditableSection
      card={card}
      title={t('documents.title')}
      addLabel={t('documents.add')}
      Form={DocumentForm}
    >
      <ul className={css.rows}>
        {card.documents.map((document) => (
          <DocumentRow key={document.id} card={card} document={document} />
        ))}
      </ul>
    </EditableSection>
  );
};
