import { NativeSelect } from '@mantine/core';
import { currentLanguage } from '../../ui/language.ts';
import { notifyProblem } from '../../ui/notify.tsx';
import { useTexts } from '../../ui/texts.ts';
import { type OfImport, useRead, useWrite } from './client.ts';

/** Which known export the file is; another choice maps its columns anew. */
export const PresetField = ({ imported, isFixed }: OfImport & { isFixed: boolean }) => {
  const t = useTexts('imports');
  const offered = useRead('GET /api/imports/presets', { kind: imported.kind });
  const change = useWrite('PUT /api/imports/{id}/mapping');
  const { id, preset } = imported;
  const known = offered.data?.presets ?? [];
  const isKnown = known.some(({ name }) => name === preset);
  return (
    <NativeSelect
      label={t('file.preset')}
      value={preset}
      disabled={isFixed || change.isPending}
      data={[
        ...(isKnown ? [] : [{ value: preset, label: t('file.noPreset') }]),
        ...known.map(({ name, title }) => ({ value: name, label: title[currentLanguage()] })),
      ]}
      onChange={(event) => {
        change.mutateAsync({ id, preset: event.target.value }).catch(notifyProblem);
      }}
    />
  );
};
