import { defineSlot } from '../../ui/slot.tsx';
import type { Card } from './client.ts';

/** What a subscriber has with us: accounts, tariff, balance, lines. Asked about first on a call. */
export const cardServices = defineSlot<{ card: Card }>('subscribers.cardServices');

/** Other parts of the card that other domains show beside a subscriber, such as open requests. */
export const cardSections = defineSlot<{ card: Card }>('subscribers.cardSections');

/** Badges beside a subscriber's name: level, tier, risk. */
export const cardBadges = defineSlot<{ card: Card }>('subscribers.cardBadges');
