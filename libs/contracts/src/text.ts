import { z } from 'zod';

/** One line of text without spaces at its ends, 1 to `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'Must not be empty.')
    .max(max)
    .regex(/^\P{Cc}*$/u, 'One line, without control characters.');

/** Several lines of text without spaces at its ends, 1 to `max` characters. */
export const note = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'Must not be empty.')
    .max(max)
    .regex(/^[\P{Cc}\n\r\t]*$/u, 'Text without control characters.');

/** An e-mail address, in lower case: two spellings of one address are one person. */
export const email = () => z.string().trim().toLowerCase().pipe(z.email().max(254));

/** A telephone number as people write it, with its country or without. */
export const phone = () =>
  z
    .string()
    .trim()
    .min(2)
    .max(40)
    .regex(/^\+?[0-9 ()./-]+$/, 'A telephone number.');
