import type { InstrumentStanding, TrajectoryInstrument } from '@courseline/contracts';
import type { Format } from '../../ui/format-context';

type Words = Pick<Format, 'signed' | 'percent' | 'nearDay'>;

/** The strongest true thing about a fall or a rise, in the order in which it is worth saying. */
function verdict(instrument: TrajectoryInstrument, standing: InstrumentStanding): string {
  const { change } = standing;
  const below = instrument.thresholds?.remission?.below;
  if (standing.reliableRise === true) return 'worse, beyond measurement error';
  if (standing.eligible === true && standing.remission === true && below !== undefined) {
    return `remission (below ${below})`;
  }
  if (standing.eligible === true && standing.response === true) return 'half or more is gone, a response';
  if (standing.reliableFall === true) return 'better, beyond measurement error';
  if (standing.noticeable === true) return 'a change people notice';
  if (change === null || change === 0) return 'no change';
  return change < 0 ? 'lower, within measurement error' : 'higher, within measurement error';
}

/** What the chart of one instrument finds, as its title. */
export function findingTitle(instrument: TrajectoryInstrument, words: Words): string {
  const { name, baseline, standing, points } = instrument;
  const latest = standing?.latest ?? null;
  const scored = points.findLast(({ total, inTrend }) => total !== null && inTrend);
  if (latest !== null && baseline !== null && standing !== null && standing.change !== null) {
    return `${name} ${latest.total}, was ${baseline.total} (${words.signed(standing.change)}): ${verdict(instrument, standing)}`;
  }
  if (baseline !== null) return `${name} ${baseline.total} at baseline, nothing since`;
  const shown = latest ?? scored ?? null;
  if (shown !== null && shown.total !== null) {
    const isBefore = standing === null && instrument.thresholds !== null;
    return `${name} ${shown.total}${isBefore ? ' before the first dose' : ', without a baseline to compare with'}`;
  }
  return points.length === 0 ? `${name}: not asked in this course` : `${name}: no form with a total yet`;
}

function rules(instrument: TrajectoryInstrument): readonly string[] {
  const { thresholds, responseLine, standing } = instrument;
  if (thresholds === null) return [];
  const said: string[] = [];
  const noticed = thresholds.minimalImportantChange.points;
  const reliable = thresholds.reliableChange.points;
  if (standing?.reliableFall === true || standing?.reliableRise === true) {
    said.push(`Beyond measurement error (${reliable} or more)`);
  } else if (standing?.noticeable === true) {
    said.push(`A change people notice (${noticed} or more)`, `${reliable} is beyond measurement error`);
  } else if (noticed === reliable) {
    said.push(`From ${reliable} points on people notice a change, and it is beyond measurement error`);
  } else {
    said.push(`People notice a change of ${noticed}`, `${reliable} is beyond measurement error`);
  }
  if (responseLine !== null && standing?.eligible !== false)
    said.push(`a response is ${responseLine.orLess} or less`);
  return said;
}

/** One sentence below the title: how far, in how long, and by which rules. */
export function findingSummary(instrument: TrajectoryInstrument, words: Words): string {
  const { baseline, standing, points } = instrument;
  const change = standing?.change ?? null;
  if (points.length === 0) return 'Nothing to draw until a form is filled in.';
  if (instrument.thresholds === null)
    return 'Shown as it was asked: no response or remission is judged by it.';
  if (standing === null && baseline === null)
    return 'Change is counted from the last form before the first dose on.';
  if (baseline === null) {
    return 'No form from the 14 days up to the first dose, so no change, response or remission can be said.';
  }
  if (change === null || standing === null || standing.days === null) {
    return 'No form after the first dose yet.';
  }
  const unit = Math.abs(change) === 1 ? 'point' : 'points';
  const distance =
    change === 0 ? 'The same score' : `${Math.abs(change)} ${unit} ${change < 0 ? 'lower' : 'higher'}`;
  const share =
    standing.percentFall === null || change === 0
      ? ''
      : ` (${words.percent(Math.abs(standing.percentFall) / 100)})`;
  const days = `${standing.days} ${standing.days === 1 ? 'day' : 'days'}`;
  const eligible =
    standing.eligible === false
      ? ` The baseline is below ${instrument.thresholds.caseCutOff.atLeast}: response and remission are not counted.`
      : '';
  const ruled = rules(instrument).join('; ');
  return `${distance} in ${days}${share}.${ruled === '' ? '' : ` ${ruled}.`}${eligible}`;
}
