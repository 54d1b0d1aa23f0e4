/** What the programme lends: a tariff that only it gives, and the way back. */
export const lent = ['billing.adjust', 'billing.serve', 'catalog.below_floor'] as const;
