import { useParams } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../vip.module.css';
import { GroupTree } from './group-tree.tsx';
import { StatementPart } from './statement-part.tsx';

/** A holding with its branches: who they are, and one statement for all of them. */
export const Component = () => {
  const t = useTexts('vip');
  const id = Number(useParams()['id']);
  const read = useRead('GET /api/vip-groups/{id}', { id });
  const group = read.data;
  const head = group?.members.find((one) => one.id === group.headId);
  return (
    <Page
      title={head ? head.name || formatNo(head.id) : t('groups.title')}
      subtitle={t('groups.subtitle')}
      backTo={`/vip/clients/${id}`}
      layout="padded"
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {group ? (
        <div className={css.page}>
          <GroupTree group={group} />
          <StatementPart id={id} on={group.on} />
        </div>
      ) : null}
    </Page>
  );
};
