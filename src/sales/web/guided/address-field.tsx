import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import type { api as networkApi } from '../../../network/api.ts';
import { caller } from '../../../ui/call.ts';
import { hooks } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { StepProps } from './use-guided.ts';

const { useRead } = hooks(caller<typeof networkApi>());

/** A house, found while its address is typed. */
export const AddressField = ({ sale, acting }: StepProps) => {
  const t = useTexts('sales');
  const [text, setText] = useState(sale.place.text);
  const { data } = useRead(
    'GET /api/address-check/suggestions',
    { text },
    { isEnabled: text.trim().length > 2, isKept: true },
  );
  const rows = (data?.rows ?? []).filter(({ buildingId }) => buildingId !== null);
  const pick = (picked: string): void => {
    const found = rows.find((row) => row.text === picked);
    if (!found?.buildingId) return;
    const { buildingId, flat } = found;
    acting.act('PUT /api/guided-sales/{id}/address', { buildingId, flat });
  };
  return (
    <Autocomplete
      label={t('fields.address')}
      value={text}
      onChange={setText}
      onOptionSubmit={pick}
      data={[...new Set(rows.map((row) => row.text))]}
      filter={({ options }) => options}
      selectFirstOptionOnChange
    />
  );
};
