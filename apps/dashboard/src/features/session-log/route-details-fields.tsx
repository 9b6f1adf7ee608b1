import type { PlainDraftFields } from '@courseline/contracts';
import { KeyChoice } from '../../ui/keyboard/key-choice';
import { change, useLogEditing } from './log-context';
import { QuickField } from './quick-field';
import { routeDetailsOf, type RouteDetail } from './route-details';
import { ReasonField } from './text-fields';
import { parseWithin } from './typed-values';
import styles from './session-log.module.css';

type Details = PlainDraftFields['route-details'];

/** Reached by Tab, not by Enter: none of it is needed for a dose that went as ordered. */
export function RouteDetailsFields() {
  const { log, values, edit, disabled } = useLogEditing();
  const { agent, route } = log.session;
  const details: Details = values.plain['route-details'] ?? {};
  const put = (name: RouteDetail['name'], value: string | number | boolean | null) => {
    const next: Record<string, string | number | boolean> = {};
    for (const [each, known] of Object.entries(details))
      if (each !== name && known !== undefined) next[each] = known;
    if (value !== null) next[name] = value;
    edit([change('route-details', Object.keys(next).length === 0 ? null : next)]);
  };
  const stopped = values.plain.state === 'stopped-early';

  return (
    <div className={styles['stacked']}>
      <div className={styles['row']}>
        {routeDetailsOf(agent, route).map((detail) => (
          <DetailField key={detail.name} detail={detail} details={details} onPut={put} />
        ))}
        <div className={styles['inline']}>
          <span className={styles['label']}>Stopped early</span>
          <KeyChoice
            label="Stopped early"
            field="state"
            options={yesNo}
            value={stopped}
            disabled={disabled}
            onChoose={(early) => edit([change('state', early ? 'stopped-early' : 'given')])}
          />
        </div>
      </div>
      {stopped && <ReasonField label="Why it was stopped" path="state-reason" />}
    </div>
  );
}

const yesNo = [
  { value: false, key: 'n', label: 'No' },
  { value: true, key: 'y', label: 'Yes' },
];

interface DetailFieldProps {
  readonly detail: RouteDetail;
  readonly details: Details;
  readonly onPut: (name: RouteDetail['name'], value: string | number | boolean | null) => void;
}

function DetailField({ detail, details, onPut }: DetailFieldProps) {
  const { disabled } = useLogEditing();
  const field = `route-details/${detail.name}`;
  switch (detail.kind) {
    case 'yes-no':
      return (
        <div className={styles['inline']}>
          <span className={styles['label']}>{detail.label}</span>
          <KeyChoice
            label={detail.label}
            field={field}
            options={yesNo}
            value={details[detail.name]}
            disabled={disabled}
            onChoose={(value) => onPut(detail.name, value)}
          />
        </div>
      );
    case 'number':
      return (
        <QuickField
          label={detail.label}
          field={field}
          width="4rem"
          {...(detail.unit === undefined ? {} : { unit: detail.unit })}
          shown={String(details[detail.name] ?? '')}
          parse={parseWithin(detail.from, detail.to, true)}
          onCommit={(value) => onPut(detail.name, value)}
        />
      );
    case 'text':
      return (
        <QuickField
          label={detail.label}
          field={field}
          inputMode="text"
          width="9rem"
          shown={details[detail.name] ?? ''}
          parse={(text) =>
            text.trim().length > detail.most
              ? { error: `At most ${detail.most} letters.` }
              : { value: text.trim() }
          }
          onCommit={(value) => onPut(detail.name, value)}
        />
      );
  }
}
