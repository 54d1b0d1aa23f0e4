import { Button } from '@mantine/core';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Rule, rulePaths, useWrite } from '../client.ts';

/** Switches a rule on, once it was tried, or off. */
export const RuleSwitch = ({ rule }: { rule: Rule }) => {
  const t = useTexts('loyalty');
  const turn = useWrite('POST /api/loyalty/rules/{id}/switch', rulePaths);
  const { id, version, isOn, isTried } = rule;
  return (
    <Button
      variant={isOn ? 'default' : 'filled'}
      loading={turn.isPending}
      disabled={!isOn && !isTried}
      title={!isOn && !isTried ? t('rules.try.isNeeded') : ''}
      onClick={() => void turn.mutateAsync({ id, version, isOn: !isOn }).catch(notifyProblem)}
    >
      {t(isOn ? 'rules.switchOff' : 'rules.switchOn')}
    </Button>
  );
};
