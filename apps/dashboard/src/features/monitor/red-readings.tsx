import {
  entriesOf,
  minutesFrom,
  readingConcerns,
  sessionConcernLimits,
  sideEffectSpells,
  symptomConcerns,
  type MonitoringEntry,
} from '@courseline/treatment';
import { Callout } from '../../ui/callout';
import { minuteWords } from '../../messages/monitor-words';

interface RedReadingsProps {
  readonly standing: readonly MonitoringEntry[];
  readonly start: Date | null;
}

/** What in the last readings of each kind needs someone at once; it goes when the next reading is well. */
export function RedReadings({ standing, start }: RedReadingsProps) {
  const taken = entriesOf('readings', standing);
  const last = taken.at(-1);
  const lasting = sideEffectSpells(standing).filter(({ to }) => to === null);
  const found = [
    ...(last === undefined
      ? []
      : readingConcerns(last.body.readings).map((concern) => ({ ...concern, at: last.at }))),
    ...lasting.flatMap(({ code, from }) =>
      symptomConcerns(code).map((concern) => ({ ...concern, at: from })),
    ),
  ];
  if (found.length === 0) return null;
  return (
    <Callout tone="risk" live>
      {found.map(({ rule, value, at }) => (
        <p key={rule}>
          <strong>{sessionConcernLimits[rule].words}</strong>: {value.replaceAll('_', ' ')}
          {start !== null && `, ${minuteWords(minutesFrom(start, at))}`}. Follow the clinic’s protocol.
        </p>
      ))}
    </Callout>
  );
}
