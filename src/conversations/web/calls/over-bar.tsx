import { ActionIcon } from '@mantine/core';
import { PhoneOff, X } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { formatPhone } from '../../../ui/format.ts';
import { Action } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from './calls.module.css';
import { deskPathOf } from './desk-path-of.ts';
import { useMyCalls } from './use-my-calls.ts';

/**
 * A call is over and its outcome not told: one line above any screen but its own, and over nothing.
 * Hidden, it stays so; its row goes on asking.
 */
export const OverBar = () => {
  const t = useTexts('conversations');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [hidden, setHidden] = useState<readonly number[]>([]);
  const call = useMyCalls().find(
    ({ id, state, conversationId }) =>
      state === 'over' &&
      conversationId !== null &&
      !hidden.includes(id) &&
      pathname !== `/conversations/${conversationId}`,
  );
  if (!call) return null;
  const phone = call.phone === '' ? t('calls.hidden') : formatPhone(call.phone);
  return (
    <section className={css.over} role="status" aria-label={t('calls.states.over')}>
      <PhoneOff size={14} aria-hidden="true" />
      <span className={`cut ${css.overWords}`}>
        {t('calls.overWith', { name: call.caller?.name ?? phone })}
      </span>
      <span className={css.overMark}>
        <Badge tone="amber">{t('calls.tellOutcome')}</Badge>
      </span>
      <Action size="xs" keys="F4" onClick={() => void navigate(deskPathOf(call))}>
        {t('calls.show')}
      </Action>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('calls.hide')}
        title={t('calls.hide')}
        onClick={() => setHidden([...hidden, call.id])}
      >
        <X size={15} />
      </ActionIcon>
    </section>
  );
};
