const plain = /^-?\d+(\.\d+)?$/;

/**
 * Reads a number as people write it or copy it from a list: 1 020,50; −500.5; 1,020.50 ₽. A lone
 * comma or point is the decimal sign. @returns undefined while it is no number
 */
export const parseNumber = (text: string): number | undefined => {
  const written = text.replaceAll(/[\s₽]/gu, '').replaceAll(/[−–]/gu, '-');
  const decimalAt = Math.max(written.lastIndexOf(','), written.lastIndexOf('.'));
  const whole = decimalAt < 0 ? written : written.slice(0, decimalAt).replaceAll(/[.,]/gu, '');
  const sum = decimalAt < 0 ? whole : `${whole || '0'}.${written.slice(decimalAt + 1)}`;
  return plain.test(sum) ? Number(sum) : undefined;
};
