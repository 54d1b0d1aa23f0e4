import { MultiSelect, Select } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { useColleagues } from '../use-colleagues.ts';
import css from './audit.module.css';
import { useTypeWords } from './event-words.ts';
import { isLook } from './filter.ts';

/** Who, what, when. Each change goes into the address, so that it can be sent to somebody. */
export const AuditFilterBar = () => {
  const t = useTexts('staff');
  const [search, setSearch] = useSearchParams();
  const put = (name: string, values: readonly string[]): void => {
    const next = new URLSearchParams(search);
    next.delete(name);
    for (const value of values) next.append(name, value);
    setSearch(next, { replace: true });
  };
  const single = (name: string) => ({
    value: search.get(name) ?? '',
    onChange: (value: string) => put(name, value ? [value] : []),
  });
  return (
    <div className={css.bar}>
      <WhoSelect {...single('who')} />
      <WhatSelect chosen={search.getAll('what')} onChange={(types) => put('what', types)} />
      <div className={css.days}>
        <DayInput label={t('audit.from')} {...single('from')} />
        <DayInput label={t('audit.to')} {...single('to')} />
      </div>
    </div>
  );
};

type WhoProps = { value: string; onChange: (value: string) => void };

const WhoSelect = ({ value, onChange }: WhoProps) => {
  const t = useTexts('staff');
  const [words, setWords] = useState('');
  const colleagues = useColleagues(words);
  return (
    <Select
      label={t('audit.who')}
      placeholder={t('audit.anybody')}
      searchable
      clearable
      searchValue={words}
      onSearchChange={setWords}
      data={colleagues.map(({ id, name }) => ({ value: String(id), label: name }))}
      filter={({ options }) => options}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
    />
  );
};

type WhatProps = { chosen: string[]; onChange: (types: string[]) => void };

const WhatSelect = ({ chosen, onChange }: WhatProps) => {
  const t = useTexts('staff');
  const wordOf = useTypeWords();
  const types = useRead('GET /api/audit/types', {}, { staleMs: 300_000 }).data?.types ?? [];
  const options = (list: readonly string[]) =>
    list.map((type) => ({ value: type, label: wordOf(type) }));
  return (
    <MultiSelect
      className={css.types ?? ''}
      label={t('audit.what')}
      placeholder={chosen.length === 0 ? t('audit.anything') : ''}
      searchable
      clearable
      data={[
        { group: t('audit.looks'), items: options(types.filter(isLook)) },
        { group: t('audit.changes'), items: options(types.filter((type) => !isLook(type))) },
      ]}
      value={chosen}
      onChange={onChange}
    />
  );
};
