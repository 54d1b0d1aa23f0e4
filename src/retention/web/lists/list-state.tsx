import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { CareList } from '../plan/client.ts';

export const ListState = ({ list }: { list: Pick<CareList, 'endedAt'> }) => {
  const t = useTexts('retention');
  return list.endedAt === null ? (
    <Badge tone="green">{t('lists.running')}</Badge>
  ) : (
    <Badge tone="gray">{t('lists.over')}</Badge>
  );
};
