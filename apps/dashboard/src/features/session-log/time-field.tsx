import { useFormat } from '../../ui/format-context';
import { momentAt, parseClock } from './clock-time';
import { change, useLogEditing } from './log-context';
import { QuickField } from './quick-field';

interface ClockFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly path: string;
  readonly at: string | undefined;
  readonly inFlow?: boolean;
  /** Enter in the empty field takes the time it is now. */
  readonly entersNow?: boolean;
}

/** A time on the clinic's clock, on the session's day. */
export function ClockField({
  label,
  labelHidden = false,
  path,
  at,
  inFlow = false,
  entersNow = false,
}: ClockFieldProps) {
  const { log, edit, now } = useLogEditing();
  const format = useFormat();
  const current = entersNow ? now() : null;
  return (
    <QuickField
      label={label}
      labelHidden={labelHidden}
      field={path}
      inFlow={inFlow}
      inputMode="text"
      width="6.5rem"
      shown={at === undefined ? '' : format.time(at)}
      placeholder={current === null ? 'time' : 'Enter: now'}
      parse={parseClock}
      onCommit={(time) =>
        edit([change(path, time === null ? null : momentAt(format.timeZone, log.session.onDate, time))])
      }
      onEmptyEnter={() => {
        const moment = entersNow ? now() : null;
        if (moment !== null) edit([change(path, moment)]);
        return true;
      }}
    />
  );
}
