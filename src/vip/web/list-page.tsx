import { Crown } from 'lucide-react';
import { EmptyState } from '../../ui/show/state.tsx';
import type { Cells } from '../../ui/table/columns.tsx';
import type { ListRow } from '../../ui/table/contract.ts';
import { ListPage } from '../../ui/table/list-page.tsx';
import { useTexts } from '../../ui/texts.ts';
import { listed } from '../api/list.ts';
import type { Tier } from '../kinds.ts';
import { Beside } from './beside.tsx';
import { VipMark } from './marks.tsx';

const columns = [
  'name',
  'tier',
  'numberMinor',
  'totalMinor',
  'lines',
  'actingId',
  'withUsSince',
  'dropsOn',
  'isCorporate',
];
const members = { field: 'state', op: 'is', value: 'member' } as const;
const pathOf = (row: ListRow): string => `/vip/clients/${row.id}`;
const changes: string[] = [];
const cells: Cells = {
  tier: ({ cells: { tier } }) =>
    tier ? <VipMark state="member" tier={tier as Tier} isCorporate={false} /> : null,
};

/** Members, candidates, former ones and corporate clients. */
export const Component = () => {
  const t = useTexts('vip');
  return (
    <ListPage
      title={t('list.title')}
      entity={listed.entity}
      texts="vip"
      exportPermission={listed.exportPermission}
      columns={columns}
      filter={members}
      home={t('list.members')}
      cells={cells}
      pathOf={pathOf}
      refreshOn={changes}
      actions={<Beside at="/vip/clients" />}
      empty={<EmptyState icon={Crown} title={t('list.empty')} text={t('list.emptyText')} />}
    />
  );
};
