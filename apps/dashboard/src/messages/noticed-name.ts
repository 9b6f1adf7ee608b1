import { en } from './en';
import type { Translate } from './patient-messages';

type Noticed = keyof typeof en.noticed;

const isNoticed = (code: string): code is Noticed => Object.hasOwn(en.noticed, code);

/** A side effect in a patient's words; the code itself where a later version of the product added it. */
export function noticedName(t: Translate, code: string): string {
  return isNoticed(code) ? t(`noticed.${code}`) : code;
}
