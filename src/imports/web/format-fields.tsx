import { NativeSelect } from '@mantine/core';
import { useTexts } from '../../ui/texts.ts';
import type { Import, OfImport } from './client.ts';

type Format = Import['format'];
type Encoding = Extract<Format, { kind: 'csv' }>['encoding'];
export type Choices = {
  encoding?: Encoding;
  delimiter?: string;
  sheet?: string;
  hasHeader?: boolean;
};

type Props = OfImport & { isFixed: boolean; onChoose: (choices: Choices) => void };

const encodings: readonly Encoding[] = [
  'utf-8',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'cp866',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1254',
];

const delimiters = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;

/** Encoding and delimiter of a text, or the sheet of a workbook. */
export const FormatFields = ({ imported, isFixed, onChoose }: Props) => {
  const t = useTexts('imports');
  const { format, sheets } = imported;
  if (format.kind === 'xlsx') {
    return (
      <NativeSelect
        label={t('file.sheet')}
        value={format.sheet}
        disabled={isFixed}
        data={[...sheets]}
        onChange={(event) => onChoose({ sheet: event.target.value })}
      />
    );
  }
  const known = Object.entries(delimiters).map(([value, name]) => ({
    value,
    label: t(`delimiters.${name}`),
  }));
  const isKnown = format.delimiter in delimiters;
  return (
    <>
      <NativeSelect
        label={t('file.encoding')}
        value={format.encoding}
        disabled={isFixed}
        data={[...encodings]}
        onChange={(event) => onChoose({ encoding: event.target.value as Encoding })}
      />
      <NativeSelect
        label={t('file.delimiter')}
        value={format.delimiter}
        disabled={isFixed}
        data={isKnown ? known : [...known, format.delimiter]}
        onChange={(event) => onChoose({ delimiter: event.target.value })}
      />
    </>
  );
};
