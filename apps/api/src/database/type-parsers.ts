import { types, type CustomTypesConfig } from 'pg';

const { DATE, INT8, NUMERIC } = types.builtins;

/**
 * A calendar day stays the text it is: the driver would make a moment of it in the server's zone. Counts and
 * numerics become numbers; none that this product stores is larger or finer than a double can say.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [DATE, (text) => text],
  [INT8, Number],
  [NUMERIC, Number],
]);

export const typeParsers: CustomTypesConfig = {
  getTypeParser(
    oid: Parameters<typeof types.getTypeParser>[0],
    format?: 'text' | 'binary',
  ): (value: string) => unknown {
    const standard = types.getTypeParser(oid, format) as (value: string) => unknown;
    return format === 'binary' ? standard : (parsers.get(oid) ?? standard);
  },
};
