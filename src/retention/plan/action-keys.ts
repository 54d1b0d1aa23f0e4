/** What can be done before anybody says that they leave. */
export const careActions = ['repair', 'apology', 'deferral', 'tariff', 'bonus'] as const;
