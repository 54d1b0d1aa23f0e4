import { Select } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../ui/format.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { Beside } from '../beside.tsx';
import { useRead } from '../client.ts';
import { SheetBody } from './sheet-body.tsx';

/** What somebody who leads clients has to do today. */
export const Component = () => {
  const t = useTexts('vip');
  const [staffId, setStaffId] = useState<number>();
  const read = useRead('GET /api/vip-sheet', staffId === undefined ? {} : { staffId });
  const sheet = read.data;
  return (
    <Page
      title={t('sheet.title')}
      {...(sheet ? { subtitle: formatDay(sheet.on, 'weekday') } : {})}
      layout="padded"
      actions={<Beside at="/vip" />}
    >
      <WhoseSheet staffId={staffId} onChange={setStaffId} />
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {sheet ? <SheetBody sheet={sheet} /> : null}
    </Page>
  );
};

type Props = { staffId: number | undefined; onChange: (staffId: number | undefined) => void };

/** A leader looks at anybody's day; everybody else at their own. */
const WhoseSheet = ({ staffId, onChange }: Props) => {
  const t = useTexts('vip');
  const may = useMay();
  const { data } = useRead('GET /api/vip-managers');
  const people = (data?.people ?? []).filter(({ isOn }) => isOn);
  if (!may('vip.approve') || people.length === 0) return null;
  return (
    <Select
      value={staffId === undefined ? null : String(staffId)}
      onChange={(value) => onChange(value === null ? undefined : Number(value))}
      placeholder={t('sheet.whose')}
      aria-label={t('sheet.whose')}
      clearable
      maw={320}
      mb={12}
      data={people.map(({ staff, clients }) => ({
        value: String(staff.id),
        label: `${staff.name} · ${clients}`,
      }))}
    />
  );
};
