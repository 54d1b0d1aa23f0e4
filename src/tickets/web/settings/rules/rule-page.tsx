import { useNavigate, useParams } from 'react-router';
import { SettingsPage } from '../../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../../ui/live.ts';
import { EmptyState, ErrorState } from '../../../../ui/show/state.tsx';
import { useTexts } from '../../../../ui/texts.ts';
import { Workflow } from 'lucide-react';
import { useRead } from '../../client.ts';
import { RuleForm } from './rule-form.tsx';
import { RuleProof } from './rule-proof.tsx';
import { RuleSwitch } from './rule-switch.tsx';
import { useRuleWords } from './rule-words.ts';
import css from './rules.module.css';

/** One rule: its sentence, its form, what it would have done, what it did. */
export const Component = () => {
  const t = useTexts('tickets');
  const { id } = useParams();
  const go = useNavigate();
  const isNew = id === 'new';
  const read = useRead('GET /api/ticket-rules', {}, { isEnabled: !isNew });
  useLiveRefresh(
    ['tickets.rule_changed', 'tickets.rule_switched_on', 'tickets.rule_switched_off'],
    ['/api/ticket-rules'],
  );
  const wordsOf = useRuleWords();
  const rule = read.data?.rules.find((one) => String(one.id) === id) ?? null;
  return (
    <SettingsPage
      title={rule?.name ?? t(isNew ? 'rules.create' : 'rules.title')}
      backTo="/settings/ticket-rules"
      actions={rule ? <RuleSwitch rule={rule} /> : undefined}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && !rule ? (
        <EmptyState icon={Workflow} title={t('errors.no_such_rule')} text="" />
      ) : null}
      {rule ? <p className={css.sentence}>{wordsOf(rule)}</p> : null}
      {isNew || rule ? (
        <RuleForm
          key={rule?.version ?? 'new'}
          rule={rule}
          onSaved={(saved) => void go(`/settings/ticket-rules/${saved.id}`)}
        />
      ) : null}
      {rule ? <RuleProof key={rule.version} ruleId={rule.id} /> : null}
    </SettingsPage>
  );
};
