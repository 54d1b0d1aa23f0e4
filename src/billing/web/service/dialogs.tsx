import type { Service } from '../client.ts';
import { PeaceDialog } from '../dunning/peace-dialog.tsx';
import { AddLine } from '../opening/add-line.tsx';
import { CloseAccount } from '../opening/close-account.tsx';
import { ChargeDialog } from './charge-dialog.tsx';
import { DiscountDialog } from './discount-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';
import { PaymentModeDialog } from './payment-mode-dialog.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import { ResumeDialog } from './resume-dialog.tsx';
import { SubscribeDialog } from './subscribe-dialog.tsx';
import { SuspendDialog } from './suspend-dialog.tsx';

export type Asked =
  | { what: keyof typeof dialogs }
  | { what: 'subscribe'; replaces?: Service['subscriptions'][number] }
  | { what: 'end'; ends: Service['subscriptions'][number] };

type Props = { asked: Asked; accountId: number; service: Service; onClose: () => void };

/** What somebody is asked before an account's service is changed. */
export const Dialogs = ({ asked, ...dialog }: Props) => {
  if (asked.what === 'subscribe') {
    return <SubscribeDialog {...dialog} replaces={asked.replaces ?? null} />;
  }
  if (asked.what === 'end') return <EndDialog {...dialog} ends={asked.ends} />;
  const Dialog = dialogs[asked.what];
  return <Dialog {...dialog} />;
};

const dialogs = {
  pause: PauseDialog,
  suspend: SuspendDialog,
  resume: ResumeDialog,
  discount: DiscountDialog,
  charge: ChargeDialog,
  mode: PaymentModeDialog,
  line: AddLine,
  close: CloseAccount,
  peace: PeaceDialog,
};
