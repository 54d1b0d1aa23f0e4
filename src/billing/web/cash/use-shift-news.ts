import { useLiveRefresh } from '../../../ui/live.ts';

/** Cash of a desk moves at other screens too: of a colleague who looks, of another tab. */
export const useShiftNews = (): void =>
  useLiveRefresh(
    ['billing.shift_opened', 'billing.shift_ended', 'billing.cash_moved'],
    ['/api/cash'],
  );
