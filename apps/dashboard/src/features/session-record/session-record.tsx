import type { SessionRevision } from '@courseline/contracts';
import { readingRanges, routeDefinition } from '@courseline/treatment';
import { useId, type ReactNode } from 'react';
import {
  askedWords,
  criterionWords,
  gradeWords,
  momentWords,
  sessionStateWords,
} from '../../messages/session-words';
import { useFormat } from '../../ui/format-context';
import { kindsRead, readingRows } from './reading-rows';
import {
  concomitantWords,
  doseWarnings,
  doseWords,
  orderWords,
  routeDetailsWords,
  sideEffectLabel,
  sideEffectWords,
  weightWords,
} from './record-words';
import styles from './session-record.module.css';

/** A session as it was signed, to be read. What is missing says so. */
export function SessionRecord({ revision }: { readonly revision: SessionRevision }) {
  const format = useFormat();
  const time = (instant: string | null) => (instant === null ? null : format.time(instant));
  const dose = doseWords(revision, format);
  return (
    <>
      <RecordSection title={`Dose: ${revision.agent}, ${routeDefinition(revision.route).short}`}>
        {doseWarnings(revision).map((warning) => (
          <p key={warning} className={styles['warning']}>
            ! {warning}
          </p>
        ))}
        <dl className={styles['facts']}>
          <Fact label="Given">
            {dose === null ? null : (
              <>
                <strong>{dose}</strong>
                {revision.state === 'stopped-early' &&
                  `, ${sessionStateWords[revision.state]}: ${revision.stateReason ?? 'no reason recorded'}`}
              </>
            )}
          </Fact>
          <Fact label="Ordered">{orderWords(revision)}</Fact>
          <Fact label="Weight">{weightWords(revision, format)}</Fact>
          <Fact label="Started">{time(revision.startedAt)}</Fact>
          <Fact label="Discharged">{time(revision.endedAt)}</Fact>
          <Fact label="Also taken">{concomitantWords(revision)}</Fact>
          <Optional label="Details" words={routeDetailsWords(revision)} />
          <Optional label="Reason for the dose" words={revision.doseReason} />
          <Optional label="At this blood pressure because" words={revision.pressureReason} />
        </dl>
      </RecordSection>
      <RecordSection title="Vitals">
        <Readings revision={revision} />
      </RecordSection>
      <RecordSection title="Side effects">
        <SideEffects revision={revision} />
      </RecordSection>
      <RecordSection title="Note">
        {revision.note === null ? (
          <p className={styles['soft']}>No note.</p>
        ) : (
          <p className={styles['note']}>{revision.note}</p>
        )}
      </RecordSection>
    </>
  );
}

/** Two columns beside each other where there is room, under each other where there is not. */
export function RecordColumns({ children }: { readonly children: readonly [ReactNode, ReactNode] }) {
  const [left, right] = children;
  return (
    <div className={styles['columns']}>
      <div>{left}</div>
      <div>{right}</div>
    </div>
  );
}

export function RecordSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <dt>{label}</dt>
      <dd>{children ?? <span className={styles['soft']}>not recorded</span>}</dd>
    </div>
  );
}

function Optional({ label, words }: { readonly label: string; readonly words: string | null }) {
  return words === null ? null : <Fact label={label}>{words}</Fact>;
}

function Readings({ revision }: { readonly revision: SessionRevision }) {
  const format = useFormat();
  const rows = readingRows(revision.readings);
  const kinds = kindsRead(rows);
  if (rows.length === 0) return <p className={styles['soft']}>None recorded.</p>;
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <caption className="visually-hidden">Vitals</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Moment</span>
            </th>
            <th scope="col">Time</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {readingRanges[kind].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{momentWords[row.moment]}</th>
              <td>
                {row.at !== null
                  ? format.time(row.at)
                  : row.minute !== null
                    ? `minute ${row.minute}`
                    : 'not recorded'}
              </td>
              {kinds.map((kind) => (
                <td key={kind}>{row.values[kind] ?? <span className={styles['soft']}>–</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type SideEffect = SessionRevision['sideEffects'][number];

function worstFirst(a: SideEffect, b: SideEffect): number {
  return Number(b.serious === true) - Number(a.serious === true) || b.severity - a.severity;
}

function SideEffects({ revision }: { readonly revision: SessionRevision }) {
  if (revision.sideEffects.length === 0) {
    const words = askedWords[revision.sideEffectsAsked];
    return <p>{words.charAt(0).toUpperCase() + words.slice(1)}.</p>;
  }
  return (
    <ul className={styles['effects']}>
      {[...revision.sideEffects].sort(worstFirst).map((effect) => (
        <li key={effect.code}>
          <strong>{sideEffectLabel(effect)}</strong> {sideEffectWords(effect)}
          <span className={styles['soft']}>
            , reported by {effect.reporter}
            {effect.ctcaeGrade !== null &&
              `, CTCAE ${effect.ctcaeGrade} (${gradeWords[effect.ctcaeGrade - 1] ?? ''})`}
          </span>
          {effect.serious === true && (
            <strong>
              {' '}
              ! Serious
              {effect.seriousCriterion !== null &&
                `: ${criterionWords[effect.seriousCriterion].toLowerCase()}`}
            </strong>
          )}
          {effect.note !== null && <p className={styles['note']}>{effect.note}</p>}
        </li>
      ))}
    </ul>
  );
}
