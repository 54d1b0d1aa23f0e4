import type { ComponentType } from 'react';
import { defineLookup, defineSlot } from '../../ui/slot.tsx';
import type { Target } from '../../ui/table/contract.ts';
import type { Card } from './client.ts';

/** What a subscriber has with us: accounts, tariff, balance, lines. Asked about first on a call. */
export const cardServices = defineSlot<{ card: Card }>('subscribers.cardServices');

/** Other parts of the card that other domains show beside a subscriber, such as open requests. */
export const cardSections = defineSlot<{ card: Card }>('subscribers.cardSections');

/** Badges beside a subscriber's name: level, tier, risk. */
export const cardBadges = defineSlot<{ card: Card }>('subscribers.cardBadges');

/** What other domains do with many subscribers of the list at once, each by a dialog. */
export const subscriberBulk = defineLookup<{
  /** With its namespace, as `segments:bulk.add`. */
  labelKey: string;
  permission: string;
  Dialog: ComponentType<{ target: Target; onClose: (isDone: boolean) => void }>;
}>('subscribers.bulk');
