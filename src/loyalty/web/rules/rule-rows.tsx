import { useNavigate } from 'react-router';
import { formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Rule } from '../client.ts';
import { useRuleWords } from './use-rule-words.ts';

/** Rules, each as a sentence, with what they have come to. */
export const RuleRows = ({ rules }: { rules: readonly Rule[] }) => {
  const t = useTexts('loyalty');
  const go = useNavigate();
  const { sentence } = useRuleWords();
  const figuresOf = ({ times, people, given }: Rule): string =>
    t('rules.figures', {
      times: formatNumber(times),
      people: formatNumber(people),
      given: formatNumber(given),
    });
  return (
    <section aria-label={t('rules.title')}>
      <h2>{t('rules.title')}</h2>
      <PickList>
        {rules.map((rule) => (
          <PickRow
            key={rule.id}
            title={rule.name}
            text={rule.times === 0 ? sentence(rule) : `${sentence(rule)} ${figuresOf(rule)}`}
            onPick={() => void go(`/loyalty/rules/${rule.id}`)}
          >
            <RuleMark rule={rule} />
          </PickRow>
        ))}
      </PickList>
    </section>
  );
};

export const RuleMark = ({ rule }: { rule: Rule }) => {
  const t = useTexts('loyalty');
  if (rule.isArchived) return <Badge>{t('archived')}</Badge>;
  return (
    <Badge tone={rule.isOn ? 'green' : 'gray'}>{t(rule.isOn ? 'rules.on' : 'rules.off')}</Badge>
  );
};
