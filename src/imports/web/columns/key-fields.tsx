import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import type { Import, Offered, OfImport } from '../client.ts';
import css from '../imports.module.css';
import type { useMapping } from './use-mapping.ts';

type Draft = ReturnType<typeof useMapping>;
type KeyProps = OfImport & { offered: Offered; draft: Draft; isFixed: boolean };

/** What holds for all rows: by what they find their subscriber, and the city of addresses. */
export const KeyFields = ({ imported, offered, draft, isFixed }: KeyProps) => {
  const t = useTexts('imports');
  const [city, setCity] = useState(imported.settings.city);
  return (
    <div className={css.fields}>
      <NativeSelect
        label={t('columns.key')}
        description={t(`columns.keyText.${imported.kind}`)}
        value={draft.key}
        disabled={isFixed}
        data={offered.keys.map((key) => ({ value: key, label: t(`keys.${key}`) }))}
        onChange={(event) => draft.changeKey(event.target.value as Import['key'])}
      />
      {imported.kind === 'subscribers' ? (
        <TextInput
          label={t('columns.city')}
          description={t('columns.cityText')}
          value={city}
          maxLength={100}
          disabled={isFixed}
          onChange={(event) => setCity(event.target.value)}
          onBlur={() => city.trim() !== imported.settings.city && draft.changeCity(city.trim())}
        />
      ) : null}
    </div>
  );
};
