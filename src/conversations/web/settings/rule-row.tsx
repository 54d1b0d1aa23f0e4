import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import type { OutputOf } from '../../../ui/call.ts';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { skillRulesApi } from '../../api/skills.ts';
import { useWrite } from '../api.ts';

type Rule = OutputOf<typeof skillRulesApi, 'GET /api/skill-rules'>['rules'][number];

/** The rule as a person reads it: what must hold, all of it. */
const useSentence = (): ((rule: Rule) => string) => {
  const t = useTexts('conversations');
  return ({ channel, topic, labelName, language, words }) =>
    [
      channel && t('skillRules.says.channel', { value: t(`channels.${channel}`) }),
      topic && t('skillRules.says.topic', { value: t(`topics.${topic}`) }),
      labelName && t('skillRules.says.label', { value: labelName }),
      language && t('skillRules.says.language', { value: t(`languages.${language}`) }),
      words && t('skillRules.says.words', { value: words }),
    ]
      .filter(Boolean)
      .join(' · ');
};

/** One rule, and a way to be rid of it. */
export const RuleRow = ({ rule }: { rule: Rule }) => {
  const t = useTexts('conversations');
  const sentence = useSentence();
  const remove = useWrite('DELETE /api/skill-rules/{id}');
  const add = useWrite('POST /api/skill-rules');
  const { id, skill, peopleCount, labelName: _name, ...conditions } = rule;
  const drop = async (): Promise<void> => {
    await remove.mutateAsync({ id });
    undoToast({
      text: t('skillRules.removed'),
      undo: () => add.mutateAsync({ ...conditions, skillId: skill.id }),
    });
  };
  return (
    <PickRow title={skill.name} text={sentence(rule)}>
      {skill.isArchived ? <Badge>{t('skillRules.archived')}</Badge> : null}
      <Badge tone={peopleCount === 0 ? 'amber' : 'gray'}>
        {t('skillRules.people', { count: peopleCount })}
      </Badge>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('skillRules.remove')}
        title={t('skillRules.remove')}
        onClick={() => void drop().catch(notifyProblem)}
      >
        <X size={14} />
      </ActionIcon>
    </PickRow>
  );
};
