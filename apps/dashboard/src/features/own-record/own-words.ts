import type { OwnInstrument, OwnOverview } from '@courseline/contracts';
import { findInstrument } from '@courseline/instruments';
import type { Format } from '../../ui/format-context';

/** What an instrument is called for whom it is about. */
export function ownName(instrument: string): string {
  switch (findInstrument(instrument)?.measures) {
    case 'depression':
      return 'Depression score';
    case 'anxiety':
      return 'Anxiety score';
    case 'post-traumatic stress':
      return 'Trauma score';
    default:
      return findInstrument(instrument)?.patientName ?? 'Score';
  }
}

export interface OwnSentence {
  /** "12, was 17." */
  readonly scores: string;
  readonly meaning: string;
  /** Higher by more than the usual ups and downs: the clinic's number stands beside it. */
  readonly callClinic: boolean;
}

/**
 * What a patient reads about one score: the numbers first, then what they mean. Worse is said with the same care as
 * better, nothing is promised, and no band is named. Higher by more than measurement error is not called an up or
 * down: it says what to do today. Our own words.
 */
export function ownSentence({
  latest,
  first,
  change,
  beyondMeasurementError,
  noticeable,
}: OwnInstrument): OwnSentence {
  if (latest === null) return { scores: 'No score yet.', meaning: '', callClinic: false };
  if (change === null || first === null) {
    return {
      scores: `${latest.total}.`,
      meaning: 'This is your first score. Lower means fewer symptoms.',
      callClinic: false,
    };
  }
  const scores = `${latest.total}, was ${first.total}.`;
  if (change === 0) return { scores, meaning: 'The same as when you started.', callClinic: false };
  const points = `${Math.abs(change)} ${Math.abs(change) === 1 ? 'point' : 'points'}`;
  if (change < 0) {
    const size =
      beyondMeasurementError === true
        ? 'fewer symptoms. That is more than the usual ups and downs of this score.'
        : noticeable === true
          ? 'fewer symptoms. People often notice a change of this size.'
          : 'slightly fewer symptoms. Scores go up and down by this much.';
    return { scores, meaning: `${points} lower than when you started: ${size}`, callClinic: false };
  }
  if (beyondMeasurementError === true) {
    return {
      scores,
      meaning: `Your score is ${points} higher than when you started (${latest.total}, was ${first.total}). That is more than the usual ups and downs of this score. Please call the clinic today and tell them how you are. You do not have to wait for your next visit.`,
      callClinic: true,
    };
  }
  return {
    scores,
    meaning: `Your score is higher than when you started (${latest.total}, was ${first.total}). Scores go up and down. Talk about it at your next visit, or call the clinic sooner if you are worried.`,
    callClinic: false,
  };
}

/** Said above the crisis lines after an answer to item 9 above 0: what was told, that it arrived, and what to do now. */
export function riskAnswerWords(
  { onDate, at }: NonNullable<OwnOverview['riskAnswer']>,
  format: Pick<Format, 'nearDay' | 'nearMoment'>,
): string {
  const when = at === null ? format.nearDay(onDate) : format.nearMoment(at);
  return `You told us (${when}) that you have had thoughts of being better off dead or of hurting yourself. The clinic has been told and will get in touch, but perhaps not at once. If you might act on these thoughts, call or text now: someone is there at any hour.`;
}

/** "Good morning", by the hour of the clinic's day. */
export function greeting(hour: number): string {
  if (hour < 12) return 'Good morning';
  return hour < 18 ? 'Good afternoon' : 'Good evening';
}

/** How long answering takes: ten seconds an item, in whole minutes. Our own estimate. */
export function minutesFor(items: number): number {
  return Math.max(1, Math.round((items * 10) / 60));
}
