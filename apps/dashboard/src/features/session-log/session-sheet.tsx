import { isPreDosePressureHigh, PRE_DOSE_PRESSURE, routeDefinition } from '@courseline/treatment';
import type { ReactNode } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { ConcomitantField } from './concomitant-field';
import { DoseField } from './dose-field';
import { useLogEditing } from './log-context';
import { RouteDetailsFields } from './route-details-fields';
import { enteredBy } from './saved-words';
import { SheetSection } from './sheet-section';
import { SideEffectsField } from './side-effects-field';
import { NoteField, ReasonField } from './text-fields';
import { ClockField } from './time-field';
import { PressureCell, ReadingCell, TimeCell } from './vitals-cells';
import { VitalsTable } from './vitals-table';
import { WeightField } from './weight-field';
import log from './session-log.module.css';
import styles from './sheet.module.css';

interface SessionSheetProps {
  readonly forms: ReactNode;
  /** What has to be known about risk before the dose. */
  readonly alerts: ReactNode;
}

/** The session on one page in the order in which it happens: forms, before the dose, dose, vitals, what was felt. */
export function SessionSheet({ forms, alerts }: SessionSheetProps) {
  const { log: session, values } = useLogEditing();
  const by = useEnteredBy();
  const { agent, route } = session.session;
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>
        <SheetSection title="Questionnaires">{forms}</SheetSection>
      </div>
      <div className={styles['column']}>
        <SheetSection title="Before the dose" by={by('vitals/before/', 'weight', 'concomitant')}>
          <div className={log['stacked']}>
            {alerts}
            <div className={log['row']}>
              <PressureCell row="before" />
              <ReadingCell row="before" kind="pulse" />
              <ReadingCell row="before" kind="spo2" />
              <TimeCell row="before" />
            </div>
            <HighPressure />
            <WeightField />
            <ConcomitantField />
          </div>
        </SheetSection>
        <SheetSection
          title={`Dose: ${agent}, ${routeDefinition(route).short}`}
          by={by('dose', 'infusion-minutes', 'started-at', 'route-details', 'state')}
        >
          <div className={log['stacked']}>
            <DoseField />
            <RouteDetailsFields />
          </div>
        </SheetSection>
        <SheetSection title="Vitals" by={by('vitals/at-40-minutes', 'vitals/other', 'vitals/end')}>
          <VitalsTable />
        </SheetSection>
        <SheetSection title="Side effects" by={by('side-effects')}>
          <SideEffectsField />
        </SheetSection>
        <SheetSection title="Discharge and note" by={by('ended-at', 'note')}>
          <div className={log['stacked']}>
            <ClockField label="Discharged" path="ended-at" at={values.plain['ended-at']} inFlow entersNow />
            <NoteField />
          </div>
        </SheetSection>
      </div>
    </div>
  );
}

function HighPressure() {
  const { values } = useLogEditing();
  const { systolic, diastolic } = values.vitals['before'] ?? {};
  if (systolic === undefined || diastolic === undefined || !isPreDosePressureHigh(systolic, diastolic))
    return null;
  return (
    <div className={log['asks']} role="alert">
      <p>
        <strong>! {PRE_DOSE_PRESSURE.words}</strong> ({PRE_DOSE_PRESSURE.source})
      </p>
      <ReasonField label="Why the dose is given, or put off" path="pressure-reason" />
    </div>
  );
}

/** Who entered what begins with one of these paths, where it was not the reader alone. */
export function useEnteredBy(): (...paths: readonly string[]) => string | null {
  const { fields } = useLogEditing();
  const { accountId } = useCurrentClinic();
  return (...paths) => {
    const own = Object.entries(fields).flatMap(([path, field]) =>
      paths.some((each) => path.startsWith(each)) ? [field] : [],
    );
    return own.some((field) => field.by !== accountId) ? enteredBy(own, accountId) : null;
  };
}
