import { doseRulesBroken, mgPerKg, routeDefinition, timesOrdered } from '@courseline/treatment';
import { useFormat } from '../../ui/format-context';
import { doseWeightKg, orderedDose, type OrderedDose } from './dose-order';
import { change, useLogEditing } from './log-context';
import { QuickField } from './quick-field';
import { ReasonField } from './text-fields';
import { ClockField } from './time-field';
import { parseWithin } from './typed-values';
import styles from './session-log.module.css';

/** What was ordered and what was given, apart: a change of weight changes the first, never the second. */
export function DoseField() {
  const { log, values, edit, now, disabled } = useLogEditing();
  const format = useFormat();
  const { dose, 'started-at': startedAt } = values.plain;
  const ordered = orderedDose(log, values);
  const route = routeDefinition(log.session.route);
  const mg = (value: number) => `${format.number(value, Number.isInteger(value) ? 0 : 1)} mg`;

  const give = (givenMg: number, asOrdered: boolean) => {
    const moment = startedAt === undefined ? now() : null;
    edit([
      change('dose', { givenMg, asOrdered }),
      ...(moment === null ? [] : [change('started-at', moment)]),
    ]);
  };
  const confirmOrdered = () => {
    if (ordered.kind !== 'known') return false;
    give(ordered.mg, true);
    return true;
  };

  return (
    <div className={styles['stacked']}>
      <p>
        <OrderedWords ordered={ordered} />
      </p>
      <div className={styles['row']}>
        <QuickField
          label="Given"
          unit={`mg ${route.short}`}
          field="dose"
          inFlow
          inputMode="decimal"
          width="9rem"
          placeholder={ordered.kind === 'known' ? `Enter: ${mg(ordered.mg)}` : 'mg'}
          shown={dose === undefined ? '' : String(dose.givenMg)}
          parse={parseWithin(0, 2000, false)}
          onCommit={(typed) => {
            if (typed === null) edit([change('dose', null)]);
            else give(typed, false);
          }}
          onEmptyEnter={confirmOrdered}
        />
        {dose === undefined && ordered.kind === 'known' && (
          <button type="button" className={styles['quiet']} onClick={confirmOrdered} disabled={disabled}>
            As ordered
          </button>
        )}
        <GivenWords ordered={ordered} />
        <BrokenRules />
        {route.infused && <InfusionField />}
        <ClockField label="started" path="started-at" at={startedAt} />
      </div>
    </div>
  );
}

function OrderedWords({ ordered }: { readonly ordered: OrderedDose }) {
  const format = useFormat();
  switch (ordered.kind) {
    case 'not-ordered':
      return <span className={styles['soft']}>No dose is ordered for this course: type what was given.</span>;
    case 'needs-weight':
      return (
        <>
          Ordered {ordered.perKg} mg/kg.{' '}
          <strong>
            {ordered.inDoubt ? '! Answer the question about the weight first.' : '! A weight is needed.'}
          </strong>
        </>
      );
    case 'known':
      if (ordered.perKg === null || ordered.weightKg === null) return <>Ordered {ordered.mg} mg</>;
      return (
        <>
          Ordered {ordered.perKg} mg/kg × {format.number(ordered.weightKg, 1)} kg ={' '}
          <strong>{ordered.mg} mg</strong>
        </>
      );
  }
}

function GivenWords({ ordered }: { readonly ordered: OrderedDose }) {
  const { log, values } = useLogEditing();
  const format = useFormat();
  const { dose } = values.plain;
  if (dose === undefined) return null;
  const perKg = log.session.agent === 'esketamine' ? null : mgPerKg(dose.givenMg, doseWeightKg(log, values));
  const times = timesOrdered(dose.givenMg, ordered.kind === 'known' ? ordered.mg : null);
  const differs = ordered.kind === 'known' && ordered.mg !== dose.givenMg;
  return (
    <span className={styles['soft']}>
      {!differs && ordered.kind === 'known'
        ? 'as ordered'
        : dose.asOrdered
          ? 'as ordered then'
          : 'not as ordered'}
      {perKg !== null && `, ${format.number(perKg, 2)} mg/kg`}
      {times !== null && `, ${format.number(times, 1)} times the order`}
      {dose.asOrdered && differs && `; with this weight the order would be ${ordered.mg} mg, given stays`}
    </span>
  );
}

function InfusionField() {
  const { log, values, edit } = useLogEditing();
  const ordered = log.session.infusionMinutes;
  return (
    <QuickField
      label="over"
      unit="min"
      field="infusion-minutes"
      inFlow
      width="6rem"
      placeholder={ordered === null ? '' : `Enter: ${ordered}`}
      shown={String(values.plain['infusion-minutes'] ?? '')}
      parse={parseWithin(1, 1440, true)}
      onCommit={(minutes) => edit([change('infusion-minutes', minutes)])}
      onEmptyEnter={() => {
        if (ordered !== null) edit([change('infusion-minutes', ordered)]);
        return true;
      }}
    />
  );
}

/** The rules a dose breaks, each with whose it is; a reason where one is asked for. */
function BrokenRules() {
  const { log, values } = useLogEditing();
  const { dose } = values.plain;
  if (dose === undefined) return null;
  const broken = doseRulesBroken({
    agent: log.session.agent,
    route: log.session.route,
    mg: dose.givenMg,
    weightKg: doseWeightKg(log, values),
  });
  return broken.map((rule) => (
    <div key={rule.id} className={styles['asks']} role="alert">
      <p>
        <strong>! {rule.words}</strong> ({rule.source})
      </p>
      {rule.level === 'confirm' && <ReasonField label="Reason for this dose" path="dose-reason" />}
    </div>
  ));
}
