/** What an agent is led to when a deal enters a stage. */
export const prompts = ['address_check', 'guided_sale'] as const;
