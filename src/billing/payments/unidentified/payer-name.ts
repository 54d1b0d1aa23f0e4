/** A bank writes the payer's address, or tax number, behind the name. */
export const payerName = (payer: string): string => payer.split(/\/\/|,\s*ИНН/)[0]?.trim() ?? '';
