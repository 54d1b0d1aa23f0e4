import { Autocomplete } from '@mantine/core';
import type { api as networkApi } from '../../network/api.ts';
import { caller } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';

const { useRead } = hooks(caller<typeof networkApi>());

export type Place = { text: string; buildingId: number; flat: string };

type Props = {
  text: string;
  onType: (text: string) => void;
  /** One of what is known was chosen, or typed to its end. */
  onPick: (place: Place) => void;
  isChosen?: boolean;
};

/** A house, found while its address is typed. */
export const BuildingField = ({ text, onType, onPick, isChosen = false }: Props) => {
  const t = useTexts('sales');
  const may = useMay();
  const { data } = useRead(
    'GET /api/address-check/suggestions',
    { text },
    { isEnabled: may('network.check') && !isChosen && text.trim().length > 2, isKept: true },
  );
  const rows = isChosen ? [] : (data?.rows ?? []).filter(({ buildingId }) => buildingId !== null);
  // Of a row that is chosen the field tells as of words that are typed: by its text alone.
  const change = (said: string): void => {
    const found = rows.find((row) => row.text === said);
    if (!found?.buildingId) return onType(said);
    onPick({ text: said, buildingId: found.buildingId, flat: found.flat });
  };
  return (
    <Autocomplete
      label={t('fields.address')}
      value={text}
      onChange={change}
      data={[...new Set(rows.map((row) => row.text))]}
      filter={({ options }) => options}
      selectFirstOptionOnChange
    />
  );
};
