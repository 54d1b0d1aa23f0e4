import { useNavigate } from 'react-router';
import { formatNumber } from '../../ui/format.ts';
import { PickList, PickRow } from '../../ui/show/pick-list.tsx';
import type { Segment } from './client.ts';
import { KindBadge } from './kind-badge.tsx';
import css from './segments.module.css';

/** A segment in a line: what it is for, what it asks, how many are in it. */
const SegmentRow = ({ segment, onOpen }: { segment: Segment; onOpen: () => void }) => {
  const { name, note, sentence, size } = segment;
  return (
    <PickRow
      title={name}
      text={
        <>
          {note === '' ? null : <span className={css.note}>{note}</span>}
          {sentence}
        </>
      }
      onPick={onOpen}
    >
      <KindBadge {...segment} />
      <span className={css.size}>{formatNumber(size)}</span>
    </PickRow>
  );
};

/** Segments in lines, each of which opens its page. */
export const SegmentRows = ({ segments }: { segments: readonly Segment[] }) => {
  const navigate = useNavigate();
  return (
    <PickList>
      {segments.map((segment) => (
        <SegmentRow
          key={segment.id}
          segment={segment}
          onOpen={() => void navigate(`/segments/${segment.id}`)}
        />
      ))}
    </PickList>
  );
};
