/** What the permanent control is not given. */
export const withheldKinds = ['presents', 'friends', 'tariffs', 'privileges', 'rewards'] as const;
export type Withheld = (typeof withheldKinds)[number];
