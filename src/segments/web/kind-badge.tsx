import { Badge } from '../../ui/show/badge.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Segment } from './client.ts';

type Shown = Pick<Segment, 'kind' | 'isArchived' | 'isCounting' | 'failure'>;

/** What kind of segment it is, and what is the matter with it. */
export const KindBadge = ({ kind, isArchived, isCounting, failure }: Shown) => {
  const t = useTexts('segments');
  return (
    <>
      <Badge tone={kind === 'dynamic' ? 'teal' : 'gray'}>{t(`kinds.${kind}`)}</Badge>
      {isCounting && failure === null ? <Badge tone="blue">{t('list.counting')}</Badge> : null}
      {failure === null ? null : <Badge tone="red">{t('list.failed')}</Badge>}
      {isArchived ? <Badge>{t('list.archived')}</Badge> : null}
    </>
  );
};
