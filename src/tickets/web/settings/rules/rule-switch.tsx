import { Button } from '@mantine/core';
import { notifyProblem } from '../../../../ui/notify.tsx';
import { useTexts } from '../../../../ui/texts.ts';
import { useWrite, type Rule } from '../../client.ts';

/** Switches a rule on, once it was tried, and off. */
export const RuleSwitch = ({ rule }: { rule: Rule }) => {
  const t = useTexts('tickets');
  const write = useWrite('POST /api/ticket-rules/{id}/switch');
  const { id, version, isOn, isTried, isArchived } = rule;
  const mayTurn = isOn || (isTried && !isArchived);
  return (
    <Button
      variant={isOn ? 'default' : 'filled'}
      disabled={!mayTurn}
      title={mayTurn ? undefined : t('errors.rule_untried')}
      loading={write.isPending}
      onClick={() => void write.mutateAsync({ id, version, isOn: !isOn }).catch(notifyProblem)}
    >
      {t(isOn ? 'rules.turnOff' : 'rules.turnOn')}
    </Button>
  );
};
