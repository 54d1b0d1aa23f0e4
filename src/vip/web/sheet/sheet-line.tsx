import { Button } from '@mantine/core';
import { Check } from 'lucide-react';
import { useNavigate } from 'react-router';
import { formatDay, formatMoney, formatNo } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Line, type Sheet, useWrite } from '../client.ts';
import { daysLater } from '../days.ts';
import { VipMark } from '../marks.tsx';

/** After so many days a line that was ticked is told again, if it still holds. */
const rests: Partial<Record<Line['kind'], number>> = { silence: 14, missing: 30, ending: 30 };

/** That an event is off is said once, whenever it was to be. */
const restOf = ({ kind, key }: Line): number =>
  kind === 'event' && key.endsWith(':off') ? 366 : (rests[kind] ?? 1);

/** One line of the day: a click opens what it is about, a tick says that it is done. */
export const SheetLine = ({ line, sheet }: { line: Line; sheet: Sheet }) => {
  const t = useTexts('vip');
  const go = useNavigate();
  const say = useLineWords(sheet.currency);
  const tick = useWrite('PUT /api/vip-sheet/{id}/ticks', ['/api/vip-sheet']);
  const untick = useWrite('DELETE /api/vip-sheet/{id}/ticks', ['/api/vip-sheet']);
  const { subscriberId: id, key, isDone, path } = line;
  const turn = (): void => {
    const at = { id, line: key };
    const untilOn = daysLater(sheet.on, restOf(line));
    const done = isDone ? untick.mutateAsync(at) : tick.mutateAsync({ ...at, untilOn });
    done.catch(notifyProblem);
  };
  return (
    <PickRow
      title={line.name || formatNo(id)}
      text={say(line)}
      onPick={() => void go(path ?? `/vip/clients/${id}`)}
    >
      <VipMark state="member" tier={line.tier} isCorporate={false} />
      <Button
        size="xs"
        variant={isDone ? 'subtle' : 'default'}
        leftSection={isDone ? null : <Check size={14} />}
        loading={tick.isPending || untick.isPending}
        onClick={turn}
      >
        {t(isDone ? 'sheet.untick' : 'sheet.tick')}
      </Button>
    </PickRow>
  );
};

const useLineWords = (currency: string) => {
  const t = useTexts('vip');
  const on = (line: Line): string => (line.on === null ? '' : formatDay(line.on));
  return (line: Line): string => {
    const { kind, minor, count, words } = line;
    if (kind === 'balance') {
      const sum = formatMoney(-(minor ?? 0), currency);
      return t('lines.balance', { account: words ?? '', sum, on: on(line) });
    }
    if (kind === 'missing') {
      const facts = (words ?? '').split(', ').map((fact) => t(`facts.${fact}`));
      return t('lines.missing', { facts: facts.join(', ') });
    }
    if (kind === 'occasion') {
      const [first = '', name] = (words ?? '').split(': ');
      return [on(line), t(`occasionKinds.${first}`), name].filter(Boolean).join(' · ');
    }
    if (kind === 'silence') return t('lines.silence', { count: count ?? 0, on: on(line) });
    if (kind === 'open') return t(`lines.${line.key}`, { count: count ?? 0 });
    if (kind === 'dropping') return t('lines.dropping', { on: on(line) });
    if (kind === 'escalation') return t('lines.escalation', { leader: words ?? '', on: on(line) });
    return [on(line), words].filter(Boolean).join(' · ');
  };
};
