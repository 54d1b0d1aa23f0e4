import { HandHeart } from 'lucide-react';
import { useNavigate } from 'react-router';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { raised } from '../../../ui/raised.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../client.ts';
import { RuleRow } from './rule-row.tsx';

/** Rules of promised payments in the order in which they are asked. */
export const Component = () => {
  const t = useTexts('billing');
  const go = useNavigate();
  const read = useRead('GET /api/promise-rules');
  const order = useWrite('PUT /api/promise-rules/order');
  useLiveRefresh(['billing.*'], ['/api/promise-rules']);
  const rules = read.data?.rules ?? [];
  const raise = (at: number): void => {
    const ids = rules.map(({ id }) => id);
    order.mutateAsync({ ids: raised(ids, at) }).catch(notifyProblem);
  };
  const create = (
    <CreateAction onClick={() => void go('/settings/promises/new')}>
      {t('promises.rules.add')}
    </CreateAction>
  );
  return (
    <SettingsPage
      title={t('promises.rules.title')}
      subtitle={t('promises.rules.subtitle')}
      actions={rules.length === 0 ? null : create}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && rules.length === 0 ? (
        <EmptyState
          icon={HandHeart}
          title={t('promises.rules.empty')}
          text={t('promises.rules.emptyText')}
        >
          {create}
        </EmptyState>
      ) : null}
      {rules.length === 0 ? null : (
        <PickList>
          {rules.map((rule, at) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              onRaise={at === 0 || rule.isArchived ? null : () => raise(at)}
            />
          ))}
        </PickList>
      )}
    </SettingsPage>
  );
};
