/** For what the programme keeps a discount: friends who stay, or years here and months in time. */
export type KeptKind = 'friends' | 'privilege';
