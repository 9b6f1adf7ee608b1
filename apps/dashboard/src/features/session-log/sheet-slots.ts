import type { DraftAnswers, LoggedInstrument, SessionLog } from '@courseline/contracts';

/** What the page hands to the questionnaires it puts on the sheet. */
export interface FormsSlot {
  readonly instruments: readonly LoggedInstrument[];
  readonly answers: Readonly<Record<string, DraftAnswers>>;
  readonly enteredBy: (instrument: string) => string | null;
  readonly disabled: boolean;
  /** The question to go to, anew each time it is set. */
  readonly goal: { readonly instrument: string; readonly item: string } | null;
  readonly onAnswer: (instrument: string, item: string, value: number | null) => void;
  readonly onDone: (forms: HTMLElement) => void;
}

/** What the page hands to the part about risk. */
export interface AlertsSlot {
  readonly log: SessionLog;
  /** An answer to item 9 whose alert is on its way. */
  readonly awaiting: number | 'declined' | null;
  /** The PHQ-9 that is filled in here; null before the server knows of it. */
  readonly ownForm: string | null;
  readonly onRecorded: () => void;
}

/** `answers/phq-9/3` as the question it is; null for every other field. */
export function questionOf(field: string): { instrument: string; item: string } | null {
  const [, instrument, item] = /^answers\/([^/]+)\/([^/]+)$/.exec(field) ?? [];
  return instrument === undefined || item === undefined ? null : { instrument, item };
}
