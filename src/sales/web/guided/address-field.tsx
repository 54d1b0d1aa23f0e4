import { useState } from 'react';
import { BuildingField } from '../building-field.tsx';
import type { StepProps } from './use-guided.ts';

/** Where whoever is sold to lives. */
export const AddressField = ({ sale, acting }: StepProps) => {
  const [text, setText] = useState(sale.place.text);
  return (
    <BuildingField
      text={text}
      onType={setText}
      onPick={({ text: picked, buildingId, flat }) => {
        setText(picked);
        acting.act('PUT /api/guided-sales/{id}/address', { buildingId, flat });
      }}
    />
  );
};
