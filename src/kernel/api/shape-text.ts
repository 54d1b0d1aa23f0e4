/** As much of JSON Schema as Zod makes of our shapes. */
export type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  $ref?: string;
};

const widest = 60;

/** The bounds that somebody filling it in should know: "1…200"; none where only types bound it. */
const boundsOf = (schema: Schema): string => {
  const isSafe = (edge: number | undefined) => edge !== undefined && Math.abs(edge) < 2 ** 50;
  const least = schema.minLength ?? (isSafe(schema.minimum) ? schema.minimum : undefined);
  const most = schema.maxLength ?? (isSafe(schema.maximum) ? schema.maximum : undefined);
  if (least === undefined && most === undefined) return '';
  return ` ${least ?? ''}…${most ?? ''}`;
};

const unionOf = (schemas: readonly Schema[], indent: string): string =>
  [...new Set(schemas.map((one) => shapeText(one, indent)))].join(' | ');

function objectOf(schema: Schema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(schema.properties ?? {}).map(([name, part]) => {
    const mark = schema.required?.includes(name) ? '' : '?';
    return `${name}${mark}: ${shapeText(part, inner)}`;
  });
  if (typeof schema.additionalProperties === 'object') {
    lines.push(`[key]: ${shapeText(schema.additionalProperties, inner)}`);
  }
  if (lines.length === 0) return schema.additionalProperties === false ? '{}' : 'object';
  const short = `{ ${lines.join(', ')} }`;
  if (short.length <= widest && !short.includes('\n')) return short;
  return `{\n${lines.map((line) => `${inner}${line}`).join('\n')}\n${indent}}`;
}

/** A shape as a person reads it, in the manner of TypeScript: `{ id: integer, name?: string }`. */
export function shapeText(schema: Schema, indent = ''): string {
  if (schema.$ref) return schema.$ref === '#' ? '(the same again)' : nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return unionOf(union, indent);
  if (schema.allOf) return schema.allOf.map((one) => shapeText(one, indent)).join(' & ');
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  if (schema.type === 'array') {
    const items = typeof schema.items === 'object' ? shapeText(schema.items, indent) : 'any';
    return items.includes(' | ') ? `(${items})[]` : `${items}[]`;
  }
  if (schema.type === 'object' || schema.properties) return objectOf(schema, indent);
  return `${schema.format ?? schema.type ?? 'any'}${boundsOf(schema)}`;
}

const nameOf = (ref: string): string => ref.split('/').at(-1) ?? ref;
