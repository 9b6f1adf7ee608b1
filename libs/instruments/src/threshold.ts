import type { InstrumentId } from './registry.js';

/** Who says so; `ownRule` marks what is this product's own choice and must be shown as such. */
export interface Sourced {
  readonly citation: string;
  readonly ownRule: boolean;
}

/** At or above this total a course counts as a case at baseline. */
export interface CaseCutOff extends Sourced {
  readonly id: string;
  readonly atLeast: number;
  readonly label: string;
}

/** A change of at least this many points, in whichever direction the rule is about. */
export interface PointsRule extends Sourced {
  readonly id: string;
  readonly points: number;
  readonly label: string;
}

/** The value the product uses unless a clinic chose otherwise, and what else is published. */
export interface Choice<T> {
  readonly standard: T;
  readonly alternatives: readonly T[];
}

/** One version of the outcome thresholds of one instrument; results carry its `id`. */
export interface ThresholdRuleSet {
  readonly id: string;
  readonly instrument: ThresholdInstrumentId;
  /** Calendar day from which the product judges by it. */
  readonly effectiveFrom: string;
  readonly caseCutOff: Choice<CaseCutOff>;
  /** Fall from baseline as a share of baseline, 0-1; undefined for a baseline of 0. */
  readonly response: Sourced & { readonly minimumFall: number };
  /** Null where the field has no standard. */
  readonly remission: (Sourced & { readonly below: number }) | null;
  /** Smallest change that matters to patients: points, with the upper end where a span is published. */
  readonly minimalImportantChange: Sourced & { readonly points: number; readonly upTo: number | null };
  /** Fall (or rise) too large to be chance. */
  readonly reliableChange: Choice<PointsRule>;
  /** With a reliable fall, the last total may be at most this for a clinically significant change. */
  readonly clinicallySignificantAtMost: Sourced & { readonly total: number };
  /** Rise that asks staff to look, and rise that outcome reports count. */
  readonly deterioration: { readonly alert: PointsRule; readonly report: PointsRule };
}

export type ThresholdInstrumentId = Extract<InstrumentId, 'phq-9' | 'gad-7' | 'pcl-5'>;
