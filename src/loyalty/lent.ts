/** What the programme lends for what the operator has put into it: nothing at will. */
export const lent = ['billing.adjust', 'billing.serve', 'catalog.below_floor'] as const;
