import { Segmented } from '../../../ui/show/segmented.tsx';
import { useLookup } from '../../../ui/slot.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { attributeEntities } from '../index.tsx';
import css from './attributes.module.css';

type Props = { value: string; onChange: (entity: string) => void };

/** Of what the attributes are: subscribers, tickets. */
export const EntityChoice = ({ value, onChange }: Props) => {
  const t = useTexts('work');
  const entities = Object.entries(useLookup(attributeEntities)).toSorted(
    ([, a], [, b]) => a.order - b.order,
  );
  return (
    <div className={css.entity}>
      <Segmented
        label={t('attributes.entity')}
        value={value}
        options={entities.map(([entity, { labelKey }]) => ({ value: entity, label: t(labelKey) }))}
        onChange={onChange}
      />
    </div>
  );
};
