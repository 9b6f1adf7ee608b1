import type { TrajectoryInstrument, TrajectoryPoint } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import type { Format } from '../../ui/format-context';

type Words = Pick<Format, 'signed' | 'dayShort' | 'time'>;

export function bandLabel(instrument: TrajectoryInstrument, point: TrajectoryPoint): string | null {
  return instrument.bands.find(({ id }) => id === point.bandId)?.label.toLowerCase() ?? null;
}

/** "complete", "prorated from 8 of 9 answers", "6 of 9 answered, no total", "imported total". */
export function statusWords(instrument: TrajectoryInstrument, point: TrajectoryPoint): string {
  const { itemCount } = getInstrument(instrument.id, instrument.version);
  switch (point.status) {
    case 'prorated':
      return `prorated from ${point.answered} of ${itemCount} answers`;
    case 'partial':
      return `${point.answered} of ${itemCount} answered, no total`;
    case 'imported':
      return 'imported total';
    default:
      return 'complete';
  }
}

/** Who entered it and which way it came. */
export function originWords(point: TrajectoryPoint): string {
  const name = point.enteredBy;
  switch (point.way) {
    case 'patient':
      return name === null ? 'answered by the patient' : `answered by ${name}`;
    case 'kiosk':
      return name === null
        ? 'answered on the clinic’s tablet'
        : `answered on the tablet, handed over by ${name}`;
    case 'staff':
      return name === null ? 'entered by staff' : `entered by ${name}`;
    default:
      return name === null ? 'imported' : `imported by ${name}`;
  }
}

const contexts: Readonly<Record<TrajectoryPoint['context'], string | null>> = {
  'before-dose': 'before the dose',
  'after-dose': 'after the dose, not part of the line',
  between: 'between sessions',
  unknown: null,
};

export function contextWords(point: TrajectoryPoint): string | null {
  if (!point.inTrend && point.context !== 'after-dose')
    return 'within 24 hours of a dose, not part of the line';
  return contexts[point.context];
}

const item9Answers = ['not at all', 'several days', 'more than half the days', 'nearly every day'];

/** The answer to item 9 where it is above 0 or was left out of a form that asks it. */
export function item9Words(point: TrajectoryPoint): string | null {
  return point.item9 === null || point.item9 === 0
    ? null
    : `item 9: ${item9Answers[point.item9] ?? point.item9}`;
}

/** "PHQ-9 12, was 17 (−5), moderate": one form in words, for the card and for those who do not see the chart. */
export function pointWords(instrument: TrajectoryInstrument, point: TrajectoryPoint, words: Words): string {
  const was =
    point.change === null || instrument.baseline === null
      ? ''
      : `, was ${instrument.baseline.total} (${words.signed(point.change)})`;
  const score =
    point.total === null
      ? `${instrument.name}: ${statusWords(instrument, point)}`
      : `${instrument.name} ${point.total}${was}`;
  const parts = [
    score,
    point.total === null ? null : bandLabel(instrument, point),
    point.total === null || point.status === 'complete' ? null : statusWords(instrument, point),
    point.id === instrument.baseline?.pointId ? 'the baseline' : null,
    item9Words(point),
    contextWords(point),
    point.at === null ? originWords(point) : `${originWords(point)} at ${words.time(point.at)}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
