/**
 * The thresholds by which a change of score is judged, as data: whoever asks chooses the version (a clinic
 * may have its own), and each derived value carries the `id` of the rule that made it.
 */
export interface OutcomeRules {
  readonly instrument: string;
  /** A baseline at or above this is a case: eligible for response and remission. */
  readonly caseCutOff: AtLeastRule;
  readonly response: ResponseRule;
  /** Null where the instrument has no accepted definition (PCL-5). */
  readonly remission: BelowRule | null;
  /** A fall of this many points is more than measurement error explains. */
  readonly reliableChange: ChangeRule;
  readonly minimalImportantDifference: ChangeRule;
  readonly clinicallySignificantChange: BelowRule;
  /** A rise of this many points is reported as deterioration. */
  readonly reliableDeterioration: ChangeRule;
  /** A rise of this many points asks for someone's attention. */
  readonly alertRise: ChangeRule;
  /** Falls that are reported in points beside response (PCL-5: 10, 15 and 18). */
  readonly improvementPoints: readonly ChangeRule[];
}

/** Met at this total or above it. */
export interface AtLeastRule {
  readonly id: string;
  readonly atLeast: number;
}

/** Met below this total, not at it. */
export interface BelowRule {
  readonly id: string;
  readonly below: number;
}

/** Met by a change of this many points or more. */
export interface ChangeRule {
  readonly id: string;
  readonly points: number;
}

/** Met by a fall of this share of the baseline or more, in per cent. */
export interface ResponseRule {
  readonly id: string;
  readonly fallPercent: number;
}
