/** A subscriber's own page, on the operator's own address. */
export const pathOf = (key: string): string => `/points/${key}`;
