import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { LabelDot, type ShownLabel } from './label-chip.tsx';

export type KeptLabel = ShownLabel & {
  isArchived: boolean;
  mergedInto: { id: number; name: string } | null;
};

type Props = { labels: readonly KeptLabel[]; onOpen: (id: number) => void };

/** All labels, those in use first; a click opens one. */
export const LabelList = ({ labels, onOpen }: Props) => {
  const t = useTexts('work');
  return (
    <PickList>
      {labels.map(({ id, name, color, isArchived, mergedInto }) => (
        <PickRow
          key={id}
          picture={<LabelDot color={color} />}
          title={name}
          onPick={() => onOpen(id)}
        >
          {mergedInto ? <Badge>{t('labels.mergedInto', mergedInto)}</Badge> : null}
          {isArchived ? <Badge>{t('labels.archived')}</Badge> : null}
        </PickRow>
      ))}
    </PickList>
  );
};
