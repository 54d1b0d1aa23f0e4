import { Badge } from '../../../ui/show/badge.tsx';
import { Box } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { LabelDot, type ShownLabel } from './label-chip.tsx';
import css from './labels.module.css';

export type KeptLabel = ShownLabel & {
  isArchived: boolean;
  mergedInto: { id: number; name: string } | null;
};

type Props = { labels: readonly KeptLabel[]; onOpen: (id: number) => void };

/** All labels, those in use first; a click opens one. */
export const LabelList = ({ labels, onOpen }: Props) => {
  const t = useTexts('work');
  return (
    <Box>
      <ul className={css.rows}>
        {labels.map(({ id, name, color, isArchived, mergedInto }) => (
          <li key={id} className={css.row}>
            <button type="button" className={css.pick} onClick={() => onOpen(id)}>
              <LabelDot color={color} />
              {name}
            </button>
            {mergedInto ? <Badge>{t('labels.mergedInto', mergedInto)}</Badge> : null}
            {isArchived ? <Badge>{t('labels.archived')}</Badge> : null}
          </li>
        ))}
      </ul>
    </Box>
  );
};
