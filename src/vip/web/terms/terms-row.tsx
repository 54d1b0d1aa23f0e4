import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay, formatMoney, formatPercent } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Terms, useWrite } from '../client.ts';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { termsPaths, useTermsWords } from './terms-words.ts';

const tones: Record<Terms['state'], Tone> = {
  proposed: 'amber',
  approved: 'green',
  refused: 'red',
  ended: 'gray',
};

/** Terms with what they come to, and what may be done about them next. */
export const TermsRow = ({ terms, currency }: { terms: Terms; currency: string }) => {
  const t = useTexts('vip');
  const words = useTermsWords(currency);
  const { state, fromOn, toOn, nowMinor, thenMinor, costMinor } = terms;
  const money = (minor: number): string => formatMoney(minor, currency);
  const share = (minor: number, cost: number): string =>
    minor === 0 ? '—' : formatPercent((minor - cost) / minor);
  const who = [terms.askedBy, terms.approvedBy, terms.secondBy, terms.endedBy];
  const told = [
    terms.services.join(', ') || terms.account,
    t('terms.period', {
      from: formatDay(fromOn),
      to: toOn === null ? t('terms.endless') : formatDay(toOn),
    }),
    nowMinor > 0 && t('terms.sum', { now: money(nowMinor), later: money(thenMinor) }),
    costMinor !== null &&
      t('terms.marginWas', {
        before: share(nowMinor, costMinor),
        after: share(thenMinor, costMinor),
      }),
    terms.endReason,
    who.flatMap((one) => (one ? [one.name] : [])).join(' → '),
  ];
  const isHalf = state === 'proposed' && terms.approvedBy !== null;
  return (
    <PickRow title={`${words(terms)}: ${terms.reason}`} text={told.filter(Boolean).join(' · ')}>
      {state === 'proposed' && terms.secondFor.includes('below_floor') ? (
        <Badge tone="red">{t('terms.below')}</Badge>
      ) : null}
      <Badge tone={tones[state]}>{isHalf ? t('terms.half') : t(`terms.states.${state}`)}</Badge>
      <TermsActions terms={terms} />
    </PickRow>
  );
};

const TermsActions = ({ terms }: { terms: Terms }) => {
  const t = useTexts('vip');
  const may = useMay();
  const [asking, setAsking] = useState<'refuse' | 'end'>();
  const approve = useWrite('POST /api/vip-terms/{id}/approve', termsPaths);
  const refuse = useWrite('POST /api/vip-terms/{id}/refuse', termsPaths);
  const end = useWrite('POST /api/vip-terms/{id}/end', termsPaths);
  const { id, version, state, isMine } = terms;
  const decides = may('vip.approve');
  const isOpen = state === 'proposed' || state === 'approved';
  return (
    <>
      {state === 'proposed' && decides && !isMine ? (
        <Button
          size="xs"
          loading={approve.isPending}
          onClick={() => void approve.mutateAsync({ id, version }).catch(notifyProblem)}
        >
          {t('terms.approve')}
        </Button>
      ) : null}
      {state === 'proposed' && decides && !isMine ? (
        <Button size="xs" variant="subtle" onClick={() => setAsking('refuse')}>
          {t('terms.refuse')}
        </Button>
      ) : null}
      {isOpen && (state === 'proposed' || decides) ? (
        <Button size="xs" variant="subtle" onClick={() => setAsking('end')}>
          {t('terms.end')}
        </Button>
      ) : null}
      {asking ? (
        <ReasonDialog
          title={t(`terms.${asking}`)}
          save={(reason) =>
            (asking === 'refuse' ? refuse : end).mutateAsync({ id, version, reason })
          }
          onClose={() => setAsking(undefined)}
        />
      ) : null}
    </>
  );
};
