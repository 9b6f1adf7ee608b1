/** A value for a jsonb column. */
export class Jsonb {
  constructor(readonly value: unknown) {}
}

export type CopyValue =
  string | number | boolean | Date | Jsonb | readonly string[] | readonly (number | null)[] | null;

/** Backslash, tab, line feed and carriage return mean something in the text form of COPY. */
function escaped(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (mark) => {
    if (mark === '\t') return '\\t';
    if (mark === '\n') return '\\n';
    return mark === '\r' ? '\\r' : '\\\\';
  });
}

function arrayText(values: readonly (string | number | null)[]): string {
  const members = values.map((value) => {
    if (value === null) return 'NULL';
    return typeof value === 'number' ? String(value) : `"${value.replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${members.join(',')}}`;
}

function fieldText(value: CopyValue): string {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Jsonb) return escaped(JSON.stringify(value.value));
  if (typeof value === 'object') return escaped(arrayText(value));
  return typeof value === 'string' ? escaped(value) : String(value);
}

/** One row in the text form that `COPY ... FROM STDIN` reads. */
export function copyLine(values: readonly CopyValue[]): string {
  return `${values.map(fieldText).join('\t')}\n`;
}
