/**
 * Whether a LOINC code such as '44254-1' ends in its right check digit (mod 10: every second digit from the
 * right doubled, digits added, filled up to the next ten). False for anything not shaped like a LOINC term
 * code, answer and list codes (LA..., LL...) included. Source: LOINC Users' Guide, check digit appendix.
 */
export function hasValidLoincCheckDigit(code: string): boolean {
  if (!/^\d{1,7}-\d$/.test(code)) return false;
  const digits = Array.from(code.replace('-', ''), Number).reverse();
  const sum = digits.reduce((running, digit, fromRight) => {
    const weighted = fromRight % 2 === 1 ? digit * 2 : digit;
    return running + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}
