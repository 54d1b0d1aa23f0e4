/** The list of debtors, as the server, the routes and the page know it. */
export const debtors = { entity: 'debtors', permission: 'billing.view' } as const;

/** The oldest day of each age of a debt, and those that are older. */
export const debtAges = ['3', '10', '30', '90', 'more'] as const;
