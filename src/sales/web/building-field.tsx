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

/** Houses that are like what was said, the likest first; none to whoever may not look. */
export const useBuildings = (text: string, isEnabled = true): Place[] => {
  const may = useMay();
  const { data } = useRead(
    'GET /api/address-check/suggestions',
    { text },
    { isEnabled: may('network.check') && isEnabled && text.trim().length > 2, isKept: true },
  );
  return (data?.rows ?? []).flatMap(({ buildingId, ...row }) =>
    buildingId === null ? [] : [{ ...row, buildingId }],
  );
};

/** A house, found while its address is typed. */
export const BuildingField = ({ text, onType, onPick, isChosen = false }: Props) => {
  const t = useTexts('sales');
  const found = useBuildings(text, !isChosen);
  const rows = isChosen ? [] : found;
  // Of a row that is chosen the field tells as of words that are typed: by its text alone.
  const change = (said: string): void => {
    const row = rows.find((one) => one.text === said);
    if (row) onPick(row);
    else onType(said);
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

/** A form that asks where somebody lives. */
type PlaceForm = {
  values: { address: string; buildingId: number | null };
  set: ((key: 'address' | 'flat', value: string) => void) &
    ((key: 'buildingId', value: number | null) => void);
};

/** The house of a form: what is typed is no house yet, and one that is picked brings its flat. */
export const FormBuilding = ({ form: { values, set } }: { form: PlaceForm }) => (
  <BuildingField
    text={values.address}
    isChosen={values.buildingId !== null}
    onType={(address) => {
      set('address', address);
      set('buildingId', null);
    }}
    onPick={(place) => {
      set('address', place.text);
      set('buildingId', place.buildingId);
      if (place.flat !== '') set('flat', place.flat);
    }}
  />
);
