import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatDay } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Building, Coverage } from '../client.ts';
import { useWords } from '../words.ts';
import { CoverageDialog } from './coverage-dialog.tsx';

/** Technologies of a building, each opened to be changed. */
export const KeptLines = ({ building }: { building: Building }) => {
  const t = useTexts('network');
  const canEdit = useMay()('network.coverage');
  const textOf = useLineText();
  const words = useWords();
  const [open, setOpen] = useState<Coverage | 'new' | null>(null);
  const { id, coverage, wishes } = building;
  return (
    <section>
      {coverage.length === 0 ? <p className="dim">{t('check.noLines')}</p> : null}
      {coverage.length === 0 ? null : (
        <PickList>
          {coverage.map((one) => (
            <PickRow
              key={one.technology}
              title={words.technology(one.technology)}
              text={textOf(one)}
              {...(canEdit ? { onPick: () => setOpen(one) } : {})}
            >
              {one.plannedOn === null ? null : (
                <Badge tone="amber">
                  {t('check.plannedOn', { day: formatDay(one.plannedOn) })}
                </Badge>
              )}
            </PickRow>
          ))}
        </PickList>
      )}
      {canEdit ? (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<Plus size={14} />}
          onClick={() => setOpen('new')}
        >
          {t('building.add')}
        </Button>
      ) : null}
      {wishes > 0 ? <p className="dim">{t('check.wishes', { count: wishes })}</p> : null}
      {open === null ? null : (
        <CoverageDialog
          buildingId={id}
          coverage={open === 'new' ? null : open}
          taken={coverage.map(({ technology }) => technology)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
};

/** Speed, ports, node and terms of a line in one line of words. */
const useLineText = () => {
  const t = useTexts('network');
  const words = useWords();
  return ({ speedKbps, freeNow, portsTotal, node, terms }: Coverage): string => {
    const free =
      freeNow === null ? '' : t('check.freeOf', { count: freeNow, total: portsTotal ?? freeNow });
    return [words.speed(speedKbps), free, node ?? '', terms?.name ?? '']
      .filter(Boolean)
      .join(' · ');
  };
};
