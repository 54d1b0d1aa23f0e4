/** By what accounts are told apart whose stay is counted; all together first. */
export const lifeDimensions = ['all', 'technology', 'tariff', 'district'] as const;
