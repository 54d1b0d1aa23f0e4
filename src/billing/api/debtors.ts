/** The list of debtors, as the server, the routes and the page know it. */
export const debtors = { entity: 'debtors', permission: 'billing.view' } as const;
