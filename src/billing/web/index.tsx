import { Banknote, FileText, HandCoins, Landmark, Receipt, Wallet } from 'lucide-react';
import { productSections } from '../../catalog/web/index.tsx';
import { settingsPages } from '../../staff/web/index.tsx';
import { fill, fillWith, later } from '../../ui/slot.tsx';
import { timelineKinds, timelineWords } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';
import { cardServices } from '../../subscribers/web/index.tsx';
import { advising, advisor, advisorRoutes } from './advisor/places.ts';
import { creditRoutes, debtorsEntry, dunning, promises, trust } from './credit-pages.ts';
import { moneyWords } from './money-words.ts';
import { serviceWords } from './service/timeline-words.ts';

export { type About, markWords, statementActions } from './slots.ts';
export { signedMoney, useLineWords } from './use-line-words.ts';

/** One correction with what may be done with it now. */
export const CorrectionView = later(
  async () => (await import('./corrections/correction-view.tsx')).CorrectionView,
);

/** Proposes a correction of a line, a period or an account. */
export const ProposeDialog = later(
  async () => (await import('./corrections/propose-dialog.tsx')).ProposeDialog,
);

/** Lines of an account to choose one from. */
export const LinePicker = later(
  async () => (await import('./statement/line-picker.tsx')).LinePicker,
);

const settings = {
  labelKey: 'billing:settings.title',
  icon: HandCoins,
  permission: 'billing.settings',
} as const;

const paymentSources = {
  labelKey: 'billing:sources.title',
  icon: Landmark,
  permission: 'billing.settings',
} as const;

const payments = {
  id: 'payments',
  labelKey: 'payments.title',
  icon: Banknote,
  path: '/payments',
  permission: 'billing.payments',
} as const;

const cash = {
  id: 'cash',
  labelKey: 'cash.title',
  icon: Wallet,
  path: '/cash',
  permission: 'billing.cash',
} as const;

const cashDesks = {
  labelKey: 'billing:desks.title',
  icon: Wallet,
  permission: 'billing.settings',
} as const;

const charging = {
  labelKey: 'billing:charging.title',
  icon: Receipt,
  permission: 'billing.settings',
} as const;

const seller = {
  labelKey: 'billing:seller.title',
  icon: FileText,
  permission: 'billing.settings',
} as const;

const charges = {
  id: 'charges',
  labelKey: 'charges.title',
  icon: Receipt,
  path: '/charges',
  permission: 'billing.charge',
} as const;

export const web = defineWeb({
  domain: 'billing',
  nav: [
    {
      id: 'corrections',
      group: 'money',
      labelKey: 'corrections.title',
      icon: HandCoins,
      path: '/corrections',
      permission: 'billing.approve_correction',
      order: 30,
      Count: later(async () => (await import('./corrections/waiting-count.tsx')).WaitingCount),
    },
    { ...cash, group: 'money', order: 29 },
    { ...payments, group: 'money', order: 31 },
    { ...charges, group: 'money', order: 34 },
    { ...advisor, group: 'money', order: 35 },
    { ...debtorsEntry, group: 'money', order: 33 },
  ],
  routes: [
    ...creditRoutes,
    {
      path: '/charges',
      permission: 'billing.charge',
      lazy: () => import('./charges/charges-page.tsx'),
    },
    ...advisorRoutes,
    {
      path: '/settings/charging',
      permission: 'billing.settings',
      lazy: () => import('./settings/charging-page.tsx'),
    },
    {
      path: '/settings/seller',
      permission: 'billing.settings',
      lazy: () => import('./settings/seller-page.tsx'),
    },
    {
      path: '/accounts/:id',
      permission: 'billing.view',
      lazy: () => import('./statement/statement-page.tsx'),
    },
    {
      path: '/corrections',
      permission: 'billing.view',
      lazy: () => import('./corrections/queue-page.tsx'),
    },
    {
      path: '/payments',
      permission: 'billing.payments',
      lazy: () => import('./payments/payments-page.tsx'),
    },
    {
      path: '/payments/table',
      permission: 'billing.payments',
      lazy: () => import('./payments/table-page.tsx'),
    },
    { path: '/cash', permission: 'billing.cash', lazy: () => import('./cash/cash-page.tsx') },
    {
      path: '/cash/shifts',
      permission: 'billing.cash_shifts',
      lazy: () => import('./cash/shifts-page.tsx'),
    },
    {
      path: '/cash/shifts/:id',
      permission: 'billing.cash_shifts',
      lazy: () => import('./cash/shift-page.tsx'),
    },
    {
      path: '/cash/receipts/:id',
      permission: 'billing.cash_shifts',
      lazy: () => import('./cash/receipt-page.tsx'),
    },
    {
      path: '/settings/cash-desks',
      permission: 'billing.settings',
      lazy: () => import('./settings/cash-desks-page.tsx'),
    },
    {
      path: '/settings/payment-sources',
      permission: 'billing.settings',
      lazy: () => import('./payments/sources-page.tsx'),
    },
    {
      path: '/settings/corrections',
      permission: 'billing.settings',
      lazy: () => import('./settings/corrections-page.tsx'),
    },
  ],
  commands: [
    {
      id: 'corrections',
      labelKey: 'corrections.title',
      icon: HandCoins,
      path: '/corrections',
      permission: 'billing.view',
    },
    payments,
    cash,
    {
      id: 'cash-shifts',
      labelKey: 'shifts.title',
      icon: Wallet,
      path: '/cash/shifts',
      permission: 'billing.cash_shifts',
    },
    { id: 'cash-desks.settings', path: '/settings/cash-desks', ...cashDesks },
    { id: 'payment-sources.settings', path: '/settings/payment-sources', ...paymentSources },
    charges,
    advisor,
    { id: 'advisor.settings', path: '/settings/advisor', ...advising },
    { id: 'seller.settings', path: '/settings/seller', ...seller },
    { id: 'charging.settings', path: '/settings/charging', ...charging },
    { id: 'promises.settings', path: '/settings/promises', ...promises },
    { id: 'trust.settings', path: '/settings/trust', ...trust },
    debtorsEntry,
    { id: 'dunning.settings', path: '/settings/dunning', ...dunning },
    { id: 'corrections.settings', path: '/settings/corrections', ...settings },
  ],
  fills: [
    fill(cardServices, {
      id: 'billing.accounts',
      order: 10,
      Piece: later(async () => (await import('./accounts-section.tsx')).AccountsSection),
    }),
    fill(productSections, {
      id: 'billing.result',
      order: 20,
      Piece: later(async () => (await import('./products/result-section.tsx')).ResultSection),
    }),
    fill(productSections, {
      id: 'billing.price-changes',
      order: 10,
      Piece: later(
        async () => (await import('./price-changes/price-changes-section.tsx')).PriceChangesSection,
      ),
    }),
    fillWith(settingsPages, {
      corrections: { ...settings, group: 'work', order: 40 },
      'payment-sources': { ...paymentSources, group: 'work', order: 41 },
      promises: { ...promises, group: 'work', order: 39 },
      'cash-desks': { ...cashDesks, group: 'work', order: 42 },
      trust: { ...trust, group: 'work', order: 39 },
      dunning: { ...dunning, group: 'work', order: 39 },
      charging: { ...charging, group: 'work', order: 38 },
      advisor: { ...advising, group: 'work', order: 39 },
      seller: { ...seller, group: 'work', order: 39 },
    }),
    fillWith(timelineKinds, { money: { textKey: 'billing:timeline.kind', order: 30 } }),
    fillWith(timelineWords, {
      ...moneyWords,
      ...serviceWords,
    }),
  ],
});
