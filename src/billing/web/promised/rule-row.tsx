import { ActionIcon } from '@mantine/core';
import { ArrowUp } from 'lucide-react';
import { useNavigate } from 'react-router';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { PromiseRule } from '../client.ts';
import { usePromiseWords } from './rule-words.ts';

type Props = { rule: PromiseRule; onRaise: (() => void) | null };

/** A rule of promised payments in its list, as a sentence. */
export const RuleRow = ({ rule, onRaise }: Props) => {
  const t = useTexts('billing');
  const go = useNavigate();
  const wordsOf = usePromiseWords();
  return (
    <PickRow
      title={rule.name}
      text={wordsOf(rule)}
      onPick={() => void go(`/settings/promises/${rule.id}`)}
    >
      {rule.problem === null ? null : <Badge tone="red">{t('promises.rules.broken')}</Badge>}
      {rule.isArchived ? <Badge>{t('promises.rules.isArchived')}</Badge> : null}
      {onRaise ? (
        <ActionIcon aria-label={t('promises.rules.raise', { name: rule.name })} onClick={onRaise}>
          <ArrowUp size={14} />
        </ActionIcon>
      ) : null}
    </PickRow>
  );
};
