import type { NewMonitoringEntry, SessionMonitor } from '@courseline/contracts';
import {
  doseStart,
  dueReadings,
  entriesOf,
  nextReadings,
  routeDefinition,
  sideEffectSpells,
  standingEntries,
  type MonitoringMoment,
} from '@courseline/treatment';
import { useState, type ReactNode } from 'react';
import { useCurrentClinic, useHasRole } from '../../api/current-clinic';
import { Section } from '../../ui/page';
import { UnsavedGuard } from '../../ui/unsaved-guard';
import { Actions } from './actions';
import { EntryPanel } from './entry-panel';
import { LastingEffects } from './lasting-effects';
import { infusionWords, MonitorClock } from './monitor-clock';
import { Outgoing } from './outgoing';
import type { Panel } from './panel';
import { RedReadings } from './red-readings';
import { Timeline } from './timeline';
import { useEntries } from './use-entries';
import { useServerClock } from './use-minute-clock';
import styles from './monitor.module.css';

interface MonitorBoardProps {
  readonly monitor: SessionMonitor;
  /** When `monitor` was read, by this device's clock. */
  readonly readAt: number;
  readonly chart: ReactNode;
}

type InfusionKind = 'infusion-paused' | 'infusion-resumed' | 'infusion-ended';
const isInfusion = (kind: string): kind is InfusionKind => kind.startsWith('infusion-');

/** A session while it happens: the clock, what is due, what can be entered, and everything that was. */
export function MonitorBoard({ monitor, readAt, chart }: MonitorBoardProps) {
  const { slug } = useCurrentClinic();
  const { session, entries } = monitor;
  const { outgoing, send, drop, hasUnsent } = useEntries(slug, session.id);
  const [panel, setPanel] = useState<Panel | null>(null);
  const now = useServerClock(monitor.now, readAt);
  const writes = useHasRole('nurse', 'clinician') && session.state === 'planned';
  const standing = standingEntries(entries);
  const start = doseStart(standing);
  const discharged = entriesOf('discharged', standing).at(-1);
  const due = dueReadings(standing, now);
  const lastInfusion = standing.map(({ body }) => body.kind).findLast(isInfusion) ?? null;
  const runs = routeDefinition(session.route).infused && lastInfusion !== 'infusion-ended';
  const enter = (body: NewMonitoringEntry['body'], at: Date = now, withdraws: string | null = null) =>
    send({ at: at.toISOString(), withdraws, body });
  const next: MonitoringMoment | null = nextReadings(due)?.moment ?? (start === null ? null : 'end');
  return (
    <>
      <RedReadings standing={standing} start={start} />
      <MonitorClock
        start={start}
        discharged={discharged === undefined ? null : new Date(discharged.at)}
        now={now}
        due={due}
        infusion={infusionWords(start, runs ? session.infusionMinutes : null, lastInfusion, now)}
      />
      <Outgoing outgoing={outgoing} drop={drop} />
      <div className={styles['columns']}>
        <div>
          {writes && (
            <Section title={panel === null ? 'Enter' : titleOf(panel)}>
              {panel === null ? (
                <Actions
                  started={start !== null}
                  discharged={discharged !== undefined}
                  infusion={!runs ? null : lastInfusion === 'infusion-paused' ? 'paused' : 'runs'}
                  next={next}
                  onOpen={setPanel}
                  onEnter={enter}
                />
              ) : (
                <EntryPanel
                  key={JSON.stringify(panel)}
                  panel={panel}
                  monitor={monitor}
                  standing={standing}
                  now={now}
                  onEnter={enter}
                  onClose={() => setPanel(null)}
                />
              )}
            </Section>
          )}
          <Section title="Going on">
            <LastingEffects
              lasting={sideEffectSpells(standing).filter(({ to }) => to === null)}
              now={now}
              onEnter={writes ? enter : null}
            />
          </Section>
        </div>
        <div>
          <Section title="The session in minutes">{chart}</Section>
          <Section title="What happened">
            <Timeline
              entries={entries}
              start={start}
              {...(writes
                ? {
                    onCorrect: (entry) =>
                      setPanel({
                        kind: 'readings',
                        moment: entry.body.kind === 'readings' ? entry.body.moment : 'other',
                        corrects: entry,
                      }),
                    onWithdraw: (entry) => setPanel({ kind: 'withdraw', entry }),
                  }
                : {})}
            />
          </Section>
        </div>
      </div>
      <UnsavedGuard isUnsaved={hasUnsent} consequence="An entry has not reached the server yet." />
    </>
  );
}

function titleOf(panel: Panel): string {
  switch (panel.kind) {
    case 'readings':
      return panel.corrects === null ? 'Readings' : 'Correct readings';
    case 'dose':
      return 'Start the dose';
    case 'side-effect':
      return 'A side effect began';
    case 'pause':
      return 'Pause the infusion';
    case 'stop':
      return 'Stop the infusion early';
    case 'rescue':
      return 'Medicine given';
    case 'note':
      return 'Note';
    case 'discharge':
      return 'Discharge';
    case 'withdraw':
      return 'Take back an entry';
  }
}
