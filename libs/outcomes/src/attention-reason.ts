import { STATUS_RULES, type ReviewRule } from './course-status.js';
import type { AtLeastRule } from './outcome-rules.js';
import type { ScoredPoint, ScorePoint } from './score-point.js';

/** `same-day`: today. `review`: within two working days. */
export type Urgency = 'same-day' | 'review';

export interface AttentionRules {
  readonly id: string;
  /** A rise that ends here or above is for the same day; null where the instrument has no such total. */
  readonly severe: AtLeastRule | null;
  /** Null where loss of response is not asked of this instrument. */
  readonly lossOfResponse: { readonly id: string } | null;
  /** After remission: two consecutive scores of `twiceAtLeast`, or one of `onceAtLeast`. Null: not asked. */
  readonly relapse: {
    readonly id: string;
    readonly twiceAtLeast: number;
    readonly onceAtLeast: number;
  } | null;
  readonly review: ReviewRule;
  /** More days than this without a usable score. */
  readonly recentScore: { readonly id: string; readonly days: number };
}

const GENERAL: AttentionRules = {
  id: 'attention/1',
  severe: null,
  lossOfResponse: null,
  relapse: null,
  review: STATUS_RULES.review,
  recentScore: { id: 'attention/1/recent-score', days: 45 },
};

/** Our own rules, version 1, for the PHQ-9; each clinic confirms them. 20 begins the severe band (Kroenke et al. 2001). */
export const PHQ9_ATTENTION_RULES: AttentionRules = {
  ...GENERAL,
  severe: { id: 'attention/1/severe-rise', atLeast: 20 },
  lossOfResponse: { id: 'attention/1/loss-of-response' },
  relapse: { id: 'attention/1/relapse', twiceAtLeast: 10, onceAtLeast: 15 },
};

/** Our own rules, version 1, for GAD-7 and PCL-5: rises, too little change, and no recent score. */
export const GENERAL_ATTENTION_RULES: AttentionRules = GENERAL;

interface Reason {
  readonly urgency: Urgency;
  readonly instrument: string;
  readonly ruleId: string;
}

/** Why someone should look, with the numbers that say so; words are made where it is shown. */
export type AttentionReason<P extends ScorePoint = ScorePoint> = Reason &
  (
    | {
        readonly code: 'rise-from-baseline' | 'rise-from-best' | 'rise-from-previous';
        readonly from: ScoredPoint<P>;
        readonly to: ScoredPoint<P>;
        readonly points: number;
        readonly thresholdPoints: number;
      }
    | {
        readonly code: 'relapse';
        /** The latest remission before it. */
        readonly from: ScoredPoint<P>;
        readonly to: ScoredPoint<P>;
        readonly thresholdTotal: number;
      }
    | {
        readonly code: 'loss-of-response';
        readonly from: ScoredPoint<P>;
        readonly to: ScoredPoint<P>;
        /** Of the baseline, by the latest score. */
        readonly percentFall: number | null;
        readonly thresholdPercent: number;
      }
    | {
        readonly code: 'little-change';
        readonly from: ScoredPoint<P>;
        readonly to: ScoredPoint<P>;
        readonly percentFall: number | null;
        readonly thresholdPercent: number;
        readonly sessionsGiven: number;
      }
    | { readonly code: 'no-baseline'; readonly sessionsGiven: number }
    | {
        readonly code: 'no-recent-score';
        /** Null: no usable score at all. */
        readonly lastDay: number | null;
        readonly days: number;
        readonly thresholdDays: number;
      }
  );
