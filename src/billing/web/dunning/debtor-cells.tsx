import { Badge } from '../../../ui/show/badge.tsx';
import type { Cells } from '../../../ui/table/columns.tsx';
import { useTexts } from '../../../ui/texts.ts';

const tones = { active: 'gray', suspended: 'amber', paused: 'blue', closed: 'gray' } as const;

const State = ({ state }: { state: keyof typeof tones }) => {
  const t = useTexts('billing');
  return <Badge tone={tones[state]}>{t(`choices.accountState.${state}`)}</Badge>;
};

const Call = () => <Badge tone="red">{useTexts('billing')('fields.toCall')}</Badge>;

/** Whether service is given, and who is to be called, at a glance. */
export const cells: Cells = {
  accountState: ({ cells: { accountState } }) => (
    <State state={accountState as keyof typeof tones} />
  ),
  toCall: ({ cells: { toCall } }) => (toCall === true ? <Call /> : ''),
};
