import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import { BuildingField, type Place, useBuildings } from '../building-field.tsx';
import { ChoiceButton } from './choices.tsx';
import type { StepProps } from './use-guided.ts';
import css from './guided.module.css';

/** So many houses that are like what was said stand in sight, each with a digit. */
const FEW = 3;

/** Where whoever is sold to lives; what was said of it before is found at once. */
export const AddressField = ({ sale, acting }: StepProps) => {
  const t = useTexts('sales');
  const said = sale.place.text;
  const [text, setText] = useState(said);
  const alike = useBuildings(said);
  const pick = ({ text: picked, buildingId, flat }: Place): void => {
    setText(picked);
    acting.act('PUT /api/guided-sales/{id}/address', { buildingId, flat });
  };
  return (
    <>
      <BuildingField text={text} onType={setText} onPick={pick} />
      {text === said && alike.length > 0 ? (
        <div className={css.answers}>
          {alike.slice(0, FEW).map((place, at) => (
            <ChoiceButton
              key={place.text}
              at={at}
              label={place.flat === '' ? place.text : t('guided.withFlat', { ...place })}
              isChosen={false}
              onChoose={() => pick(place)}
            />
          ))}
        </div>
      ) : null}
    </>
  );
};
