/** The table of payments, as the server, the routes and the page know it. */
export const paymentTable = { entity: 'payments', permission: 'billing.payments' } as const;
