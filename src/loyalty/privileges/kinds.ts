/** What a privilege is for: so long here, or so many months in time in a row. */
export const privilegeKinds = ['tenure', 'streak'] as const;
