import { Swords } from 'lucide-react';
import { EmptyState } from '../../ui/show/state.tsx';
import type { ListRow } from '../../ui/table/contract.ts';
import { ListPage } from '../../ui/table/list-page.tsx';
import { useTexts } from '../../ui/texts.ts';
import { offerList } from '../api/list.ts';

const columns = ['address', 'competitor', 'speedMbps', 'price', 'seenOn', 'seenBy'];
const changes = ['network.*'];
const pathOf = ({ cells }: ListRow): string => `/coverage/buildings/${String(cells['buildingId'])}`;

/** What competitors offer at houses, what was seen last first. */
export const Component = () => {
  const t = useTexts('network');
  return (
    <ListPage
      title={t('offers.title')}
      entity={offerList.entity}
      texts="network"
      columns={columns}
      sort={{ field: 'seenOn', direction: 'desc' }}
      openedBy="buildingId"
      pathOf={pathOf}
      refreshOn={changes}
      empty={<EmptyState icon={Swords} title={t('offers.empty')} text={t('offers.emptyText')} />}
    />
  );
};
