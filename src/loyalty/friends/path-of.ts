/** Where a friend asks to be called, on the operator's own address. */
export const friendPathOf = (code: string): string => `/friend/${code}`;
