import type { Trajectory, TrajectoryInstrument, TrajectoryPoint } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { useFormat } from '../../ui/format-context';
import { InstrumentName } from '../../ui/instrument-mark';
import styles from './item-maps.module.css';
import { item9Words } from './point-words';
import { tickLabel } from './tick-label';

interface ItemMapsProps {
  readonly trajectory: Trajectory;
}

const DARKEST = 4;
/** Where item 9 of the PHQ-9 stands among its answers. */
const ITEM_9 = 8;
/** A part that scrolls sideways must be reachable by keyboard. */
const SCROLLED = 'region';

/** Item by time: every answer of every form, darker for worse; what was not answered is a dash. */
export function ItemMaps({ trajectory }: ItemMapsProps) {
  const withAnswers = trajectory.instruments.filter(({ points }) =>
    points.some(({ answers }) => answers !== null),
  );
  if (withAnswers.length === 0) {
    return <p>No answers item by item: the scores of this course were imported as totals.</p>;
  }
  return withAnswers.map((instrument) => <ItemMap key={instrument.id} instrument={instrument} />);
}

function ItemMap({ instrument }: { readonly instrument: TrajectoryInstrument }) {
  const format = useFormat();
  const definition = getInstrument(instrument.id, instrument.version);
  const forms = instrument.points.filter((point) => point.answers !== null);
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>
        <InstrumentName instrument={instrument.id} /> item by item
      </h2>
      <p className={styles['scale']}>
        {definition.options.map(({ value, label }) => `${value} ${label.toLowerCase()}`).join(', ')}; a dash
        was not answered. {definition.stem ?? ''}
        {forms.some((form) => speaksOfHarm(form)) && (
          <span className={styles['riskNote']}>
            {' '}
            ▲ Item 9 above 0: thoughts of being better off dead or of self-harm.
          </span>
        )}
      </p>
      <div
        className={styles['scroll']}
        role={SCROLLED}
        aria-label={`${instrument.name} item by item`}
        tabIndex={0}
      >
        <table className={styles['map']}>
          <thead>
            <tr>
              <th scope="col">Item</th>
              {forms.map((form, index) => (
                <th key={form.id} scope="col">
                  {form.date.slice(0, 4) !== forms[index - 1]?.date.slice(0, 4) && (
                    <span className={styles['year']}>{form.date.slice(0, 4)}</span>
                  )}
                  {shortDate(form.date, format.locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {definition.items.map((item, index) => (
              <tr key={item.number}>
                <th scope="row">
                  {item.number} {item.text}
                </th>
                {forms.map((form) => (
                  <Answer key={form.id} form={form} index={index} maximum={definition.itemMaximum} />
                ))}
              </tr>
            ))}
            <tr className={styles['total']}>
              <th scope="row">Total</th>
              {forms.map((form) => (
                <td key={form.id}>{form.total ?? '–'}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}

function speaksOfHarm({ item9 }: TrajectoryPoint): boolean {
  return item9 !== null && item9 > 0;
}

function shortDate(date: string, locale: string): string {
  return tickLabel({ x: 0, date, session: null, wholeMonth: false }, '', locale);
}

interface AnswerProps {
  readonly form: TrajectoryPoint;
  readonly index: number;
  readonly maximum: number;
}

function Answer({ form, index, maximum }: AnswerProps) {
  const answer = form.answers?.[index] ?? null;
  if (speaksOfHarm(form) && index === ITEM_9) {
    return (
      <td className={styles['risk']}>
        <span aria-hidden>▲ </span>
        {answer}
        <span className="visually-hidden"> {item9Words(form)}</span>
      </td>
    );
  }
  const shade = answer === null ? 'none' : Math.round((answer / maximum) * DARKEST);
  return <td className={styles[`shade-${shade}`]}>{answer ?? '–'}</td>;
}
