export type Construct =
  | 'depression'
  | 'anxiety'
  | 'post-traumatic stress'
  | 'depression and anxiety'
  | 'dissociation'
  | 'state right now';

export interface AnswerOption {
  readonly value: number;
  readonly label: string;
  /** LOINC answer code (LA...). */
  readonly loinc?: string;
}

export interface Item {
  /** Counted from 1, as printed on the form. */
  readonly number: number;
  readonly text: string;
  /** Id of the cluster the item counts towards. */
  readonly cluster?: string;
  /** LOINC code of the question; absent where no code was verified. */
  readonly loinc?: string;
  /** For an item with ends of its own instead of worded answers: what 0 and the item maximum mean, and which is good. */
  readonly ends?: { readonly low: string; readonly high: string; readonly better: 'low' | 'high' };
}

/** A question printed with the instrument whose answer never enters the total. */
export interface ExtraItem {
  readonly id: string;
  readonly text: string;
  readonly options: readonly AnswerOption[];
  readonly askedWhen: 'any-answer-above-zero';
  readonly loinc?: string;
}

/** Severity by total; `from` and `to` are both included. */
export interface Band {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** Softened words for patients, made to stand inside a sentence. Ours, not the instrument's. */
  readonly patientWording: string;
}

/** A total (or cluster total) at or above `value` is a positive screen, never a diagnosis. */
export interface CutOff {
  readonly id: string;
  readonly value: number;
  readonly label: string;
  readonly source: string;
  /** Absent: the cut-off is for the whole total. */
  readonly cluster?: string;
}

export interface Cluster {
  readonly id: string;
  readonly label: string;
  /** Item numbers. */
  readonly items: readonly number[];
  readonly maximum: number;
  /** With fewer answers than this the cluster has no total. */
  readonly minimumAnswered: number;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Everything there is to know of one version of one instrument, its id kept as a literal type. */
export interface Definition<Id extends string = string> {
  readonly id: Id;
  /** Changes whenever wording, answers or scoring change; stored with each assessment. */
  readonly version: string;
  readonly name: string;
  readonly title: string;
  readonly measures: Construct;
  /** What a patient reads in place of the abbreviation. */
  readonly patientName: string;
  readonly reportedBy: 'patient' | 'clinician';
  /** The window the questions ask about; 0 days means right now. */
  readonly recall: { readonly text: string; readonly days: number };
  readonly instructions: string | null;
  readonly stem: string | null;
  /** Empty where only totals are kept because the wording may not be shipped. */
  readonly items: readonly Item[];
  readonly options: readonly AnswerOption[];
  readonly extraItems: readonly ExtraItem[];
  readonly itemCount: number;
  readonly itemMaximum: number;
  readonly range: Range;
  /** In order, without gap, over the whole range; empty where no bands are empirically founded. */
  readonly bands: readonly Band[];
  readonly bandSource: string | null;
  readonly cutOffs: readonly CutOff[];
  readonly clusters: readonly Cluster[];
  /** With fewer answers than this there is no total, not even a prorated one. */
  readonly minimumAnswered: number;
  /** Item numbers without which no total is given. */
  readonly requiredItems: readonly number[];
  readonly loinc: { readonly panel?: string; readonly total?: string; readonly answerList?: string };
  readonly attribution: string;
  readonly licence: string;
  readonly totalOnly: boolean;
  /** False where a sum of the items would mean nothing: there is no total, no band and no change, only the items. */
  readonly scored: boolean;
  /** Of the total. False where there is none: each item says by its `ends` which is good. */
  readonly higherIsWorse: boolean;
}
