import { Gift } from 'lucide-react';
import { useParams } from 'react-router';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { RuleBody } from './rule-body.tsx';
import { RuleMark } from './rule-rows.tsx';
import { RuleSwitch } from './rule-switch.tsx';

/** One rule: its sentence, what it would have cost, its form. */
export const Component = () => {
  const t = useTexts('loyalty');
  const { id } = useParams();
  const isNew = id === 'new';
  const read = useRead('GET /api/loyalty/rules');
  const rule = read.data?.rules.find((one) => String(one.id) === id) ?? null;
  return (
    <Page
      title={rule?.name ?? t(isNew ? 'rules.new' : 'rules.title')}
      backTo="/loyalty"
      layout="padded"
      marks={rule ? <RuleMark rule={rule} /> : undefined}
      actions={rule && !rule.isArchived ? <RuleSwitch rule={rule} /> : undefined}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && !rule && !isNew ? (
        <EmptyState icon={Gift} title={t('errors.no_such_rule')} text="" />
      ) : null}
      {read.data && (isNew || rule) ? <RuleBody rule={rule} /> : null}
    </Page>
  );
};
