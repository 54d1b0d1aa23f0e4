import { Button } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { formatDay, formatMoney, formatNumber } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Programme, programmePaths, useRead, useWrite } from '../client.ts';
import { dialogs, ProgrammeDialog } from './dialogs.tsx';

/** Whether the programme works, by what it goes, and its levels. */
export const ProgrammePart = () => {
  const { data } = useRead('GET /api/loyalty/programme');
  return data ? <Shown programme={data} /> : null;
};

const Shown = ({ programme }: { programme: Programme }) => {
  const t = useTexts('loyalty');
  const [open, setOpen] = useState<(typeof dialogs)[number] | null>(null);
  const begin = useWrite('POST /api/loyalty/programme/begin', programmePaths);
  const { begunOn, pointMinor, lifeMonths, currency, levels } = programme;
  return (
    <section aria-label={t('programme.title')}>
      <h2>{t('programme.title')}</h2>
      <PickList>
        <PickRow
          title={
            begunOn === null
              ? t('programme.isOff')
              : t('programme.isOn', { on: formatDay(begunOn) })
          }
          text={t('programme.says', {
            money: formatMoney(pointMinor, currency),
            count: lifeMonths,
          })}
        >
          <Button
            size="xs"
            variant={begunOn === null ? 'filled' : 'default'}
            loading={begin.isPending}
            onClick={() => void begin.mutateAsync({ isOn: begunOn === null }).catch(notifyProblem)}
          >
            {t(begunOn === null ? 'programme.begin' : 'programme.end')}
          </Button>
        </PickRow>
        {levels.map(({ id, name, fromPoints, extraPercent, members }) => (
          <PickRow
            key={id}
            title={name}
            text={t(extraPercent > 0 ? 'programme.level' : 'programme.levelPlain', {
              points: formatNumber(fromPoints),
              percent: extraPercent,
            })}
          >
            <Badge>
              {t('programme.members', { count: members, number: formatNumber(members) })}
            </Badge>
          </PickRow>
        ))}
      </PickList>
      {dialogs.map((key) => (
        <Button
          key={key}
          size="xs"
          variant="subtle"
          leftSection={<SlidersHorizontal size={14} />}
          onClick={() => setOpen(key)}
        >
          {t(`programme.dialogs.${key}`)}
        </Button>
      ))}
      <ProgrammeDialog open={open} programme={programme} onClose={() => setOpen(null)} />
    </section>
  );
};
