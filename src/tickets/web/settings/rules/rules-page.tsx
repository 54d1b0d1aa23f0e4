import { Workflow } from 'lucide-react';
import { useNavigate } from 'react-router';
import { SettingsPage } from '../../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../../ui/live.ts';
import { notifyProblem } from '../../../../ui/notify.tsx';
import { raised } from '../../../../ui/raised.ts';
import { CreateAction } from '../../../../ui/show/action.tsx';
import { PickList } from '../../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../../ui/show/state.tsx';
import { useTexts } from '../../../../ui/texts.ts';
import { useRead, useWrite } from '../../client.ts';
import { RuleRow } from './rule-row.tsx';

const news = [
  'tickets.rule_created',
  'tickets.rule_changed',
  'tickets.rule_switched_on',
  'tickets.rule_switched_off',
  'tickets.rules_ordered',
];

/** What happens to tickets by itself, in its order. */
export const Component = () => {
  const t = useTexts('tickets');
  const go = useNavigate();
  const read = useRead('GET /api/ticket-rules');
  const order = useWrite('PUT /api/ticket-rules/order');
  useLiveRefresh(news, ['/api/ticket-rules']);
  const rules = read.data?.rules ?? [];
  const raise = (at: number) => (): void => {
    const ids = rules.map(({ id }) => id);
    order.mutateAsync({ ids: raised(ids, at) }).catch(notifyProblem);
  };
  const create = (
    <CreateAction onClick={() => void go('/settings/ticket-rules/new')}>
      {t('rules.create')}
    </CreateAction>
  );
  return (
    <SettingsPage title={t('rules.title')} subtitle={t('rules.subtitle')} actions={create}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && rules.length === 0 ? (
        <EmptyState icon={Workflow} title={t('rules.empty')} text={t('rules.emptyText')} />
      ) : null}
      {rules.length === 0 ? null : (
        <PickList>
          {rules.map((rule, at) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              onRaise={at === 0 || rule.isArchived ? null : raise(at)}
            />
          ))}
        </PickList>
      )}
    </SettingsPage>
  );
};
