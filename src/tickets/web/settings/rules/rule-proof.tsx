import { Box } from '../../../../ui/show/facts.tsx';
import { RuleRuns } from './rule-runs.tsx';
import css from './rules.module.css';
import { TrialView } from './trial-view.tsx';

/** What a rule would have done and what it did. */
export const RuleProof = ({ ruleId }: { ruleId: number }) => (
  <div className={css.proof}>
    <Box>
      <TrialView ruleId={ruleId} />
      <RuleRuns ruleId={ruleId} />
    </Box>
  </div>
);
