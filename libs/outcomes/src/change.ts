import type { AtLeastRule, BelowRule, ChangeRule, ResponseRule } from './outcome-rules.js';

/** A total, or null where it is missing. Every instrument here counts upwards: higher is worse. */
export type Total = number | null;

/** Points from baseline to last: negative is improvement. Null when either is missing. */
export function change(baseline: Total, last: Total): number | null {
  return baseline === null || last === null ? null : last - baseline;
}

/** The last score in per cent of the baseline. Null when either is missing or the baseline is 0. */
export function percentOfBaseline(baseline: Total, last: Total): number | null {
  return baseline === null || last === null || baseline === 0 ? null : (last / baseline) * 100;
}

/** The fall in per cent of the baseline, negative for a rise. Null when either is missing or the baseline is 0. */
export function percentFall(baseline: Total, last: Total): number | null {
  return baseline === null || last === null || baseline === 0 ? null : ((baseline - last) / baseline) * 100;
}

/**
 * Whether the baseline is a case, at or above the cut-off. Null when missing. PHQ-9 10: Kroenke et al. 2001
 * (J Gen Intern Med 16:606); GAD-7 8: NHS Talking Therapies; PCL-5 33: National Center for PTSD (31 to 33).
 */
export function isEligibleBaseline(baseline: Total, rule: AtLeastRule): boolean | null {
  return baseline === null ? null : baseline >= rule.atLeast;
}

/**
 * Whether the score fell by the rule's share of the baseline or more (50 %: McInnes et al. 2022, J Affect
 * Disord 301:486; HEDIS DRR-E). Null when either is missing or the baseline is 0, of which nothing can fall.
 */
export function isResponse(baseline: Total, last: Total, rule: ResponseRule): boolean | null {
  if (baseline === null || last === null || baseline === 0) return null;
  // Multiplied out: whole numbers compare exactly where a quotient would round.
  return (baseline - last) * 100 >= rule.fallPercent * baseline;
}

/**
 * Whether the last score lies below the rule's total (PHQ-9 below 5: CMS159; McInnes et al. 2022). Null when
 * it is missing or the instrument has no definition of remission (PCL-5). Says nothing about where the
 * course started: rates count it of eligible baselines only.
 */
export function isRemission(last: Total, rule: BelowRule | null): boolean | null {
  return last === null || rule === null ? null : last < rule.below;
}

function hasFallenBy(baseline: Total, last: Total, points: number): boolean | null {
  return baseline === null || last === null ? null : baseline - last >= points;
}

/**
 * Whether the score fell by more than measurement error explains (reliable change: Jacobson & Truax 1991,
 * J Consult Clin Psychol 59:12; PHQ-9 6 and GAD-7 4 points as NHS Talking Therapies round them; PCL-5 15:
 * Marx et al. 2022, Psychol Assess 34:197). Null when either is missing.
 */
export function isReliableImprovement(baseline: Total, last: Total, rule: ChangeRule): boolean | null {
  return hasFallenBy(baseline, last, rule.points);
}

/** Whether the score rose by more than measurement error explains: the mirror of reliable improvement, same sources. */
export function isReliableDeterioration(baseline: Total, last: Total, rule: ChangeRule): boolean | null {
  return hasFallenBy(last, baseline, rule.points);
}

/**
 * Whether the score fell by what people notice as a change (PHQ-9 5: Löwe et al. 2004, Med Care 42:1194;
 * GAD-7 4: Toussaint et al. 2020, J Affect Disord 265:395; PCL-5 9 to 12: Blanchard et al. 2023, J Trauma
 * Stress 36:1102). Null when either is missing.
 */
export function isMinimalImportantDifference(baseline: Total, last: Total, rule: ChangeRule): boolean | null {
  return hasFallenBy(baseline, last, rule.points);
}

/**
 * Whether a reliable fall also led out of the clinical range: from at or above the rule's total to below it
 * (Jacobson & Truax 1991, J Consult Clin Psychol 59:12). Null when either score is missing. A course that
 * began below it cannot have crossed it, however far it fell.
 */
export function clinicallySignificantChange(
  baseline: Total,
  last: Total,
  rules: { readonly reliableChange: ChangeRule; readonly clinicallySignificantChange: BelowRule },
): boolean | null {
  if (baseline === null || last === null) return null;
  const { below } = rules.clinicallySignificantChange;
  return baseline - last >= rules.reliableChange.points && baseline >= below && last < below;
}
