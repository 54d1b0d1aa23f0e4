import { useNavigate } from 'react-router';
import type { Rule } from '../client.ts';
import css from '../loyalty.module.css';
import { RuleForm } from './rule-form.tsx';
import { RuleUse } from './rule-use.tsx';
import { TrialView } from './trial-view.tsx';
import { useRuleWords } from './use-rule-words.ts';

/** Its sentence, what it would have given, and its form. */
export const RuleBody = ({ rule }: { rule: Rule | null }) => {
  const go = useNavigate();
  const { sentence } = useRuleWords();
  return (
    <div className={css.page}>
      {rule ? <p className={css.sentence}>{sentence(rule)}</p> : null}
      {rule && !rule.isArchived ? <TrialView key={`trial ${rule.version}`} rule={rule} /> : null}
      {rule ? <RuleUse key={`use ${rule.version}`} id={rule.id} /> : null}
      <RuleForm
        key={rule?.version ?? 'new'}
        rule={rule}
        onAdded={(added) => void go(`/loyalty/rules/${added}`)}
      />
    </div>
  );
};
