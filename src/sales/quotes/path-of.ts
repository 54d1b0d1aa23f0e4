/** The page of a quote, on the operator's own address. */
export const pathOf = (token: string): string => `/quote/${token}`;
