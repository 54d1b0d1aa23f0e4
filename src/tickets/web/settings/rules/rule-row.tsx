import { ActionIcon } from '@mantine/core';
import { ArrowUp } from 'lucide-react';
import { useNavigate } from 'react-router';
import { formatNumber } from '../../../../ui/format.ts';
import { Badge } from '../../../../ui/show/badge.tsx';
import { PickRow } from '../../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../../ui/texts.ts';
import type { Rule } from '../../client.ts';
import { useRuleWords } from './rule-words.ts';
import css from './rules.module.css';

type Props = { rule: Rule; onRaise: (() => void) | null };

/** A rule in its list, as a sentence, with what it did lately. */
export const RuleRow = ({ rule, onRaise }: Props) => {
  const t = useTexts('tickets');
  const go = useNavigate();
  const wordsOf = useRuleWords();
  const { id, name, isOn, isArchived, problem, counts } = rule;
  const { done = 0, stopped = 0, refused = 0, failed = 0 } = counts;
  const held = stopped + refused + failed;
  return (
    <PickRow
      title={name}
      text={wordsOf(rule)}
      onPick={() => void go(`/settings/ticket-rules/${id}`)}
    >
      <span className={css.marks}>
        {done > 0 ? <span className="dim">{t('rules.didTimes', { count: done })}</span> : null}
        {held > 0 ? (
          <Badge tone="amber" title={t('rules.heldWhy')}>
            {t('rules.held', { number: formatNumber(held) })}
          </Badge>
        ) : null}
        {problem === null ? null : <Badge tone="red">{t('rules.broken')}</Badge>}
        {isArchived ? (
          <Badge>{t('categories.isArchived')}</Badge>
        ) : (
          <Badge tone={isOn ? 'green' : 'gray'}>{t(isOn ? 'rules.isOn' : 'rules.isOff')}</Badge>
        )}
        {onRaise ? (
          <ActionIcon aria-label={t('rules.raise', { name })} onClick={onRaise}>
            <ArrowUp size={14} />
          </ActionIcon>
        ) : (
          <span className={css.noArrow} />
        )}
      </span>
    </PickRow>
  );
};
