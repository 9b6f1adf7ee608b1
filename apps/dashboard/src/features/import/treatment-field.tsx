import { courseAgents, hasSessions, routesOfAgent, type ImportTreatment } from '@courseline/contracts';
import { routeDefinition } from '@courseline/treatment';
import { agentLabels } from '../../messages/clinical-words';
import { SelectField, type SelectOption } from '../../ui/fields/select-field';
import { TextField } from '../../ui/fields/text-field';
import styles from './import.module.css';

interface TreatmentFieldProps {
  readonly label: string;
  readonly value: ImportTreatment | null;
  readonly onChange: (treatment: ImportTreatment) => void;
  readonly error?: string | undefined;
  /** What the name of a comparator begins with. */
  readonly suggestedName: string;
}

/** Agent and route in one choice; a comparator is named. */
export function TreatmentField({ label, value, onChange, error, suggestedName }: TreatmentFieldProps) {
  return (
    <div className={styles['meaning']}>
      <SelectField
        label=""
        aria-label={label}
        empty="Choose"
        error={value === null ? error : undefined}
        value={value === null ? '' : keyOf(value)}
        options={options}
        onChange={(event) => {
          const chosen = treatments.get(event.currentTarget.value);
          if (chosen === undefined) return;
          onChange({ ...chosen, name: hasSessions(chosen.agent) ? null : suggestedName });
        }}
      />
      {value !== null && !hasSessions(value.agent) && (
        <TextField
          label=""
          aria-label={`${label}, name of the treatment`}
          placeholder="Name, such as sertraline"
          error={error}
          value={value.name ?? ''}
          onChange={(event) => {
            const name = event.currentTarget.value;
            onChange({ ...value, name: name === '' ? null : name });
          }}
        />
      )}
    </div>
  );
}

type Route = Pick<ImportTreatment, 'agent' | 'route'>;

const keyOf = ({ agent, route }: Route): string => `${agent} ${route}`;

const treatments: ReadonlyMap<string, Route> = new Map(
  courseAgents.flatMap((agent) =>
    routesOfAgent[agent].map((route): [string, Route] => [keyOf({ agent, route }), { agent, route }]),
  ),
);

const options: SelectOption[] = [...treatments].map(([value, { agent, route }]) => {
  const way = route === 'none' || routesOfAgent[agent].length === 1 ? '' : ` ${routeDefinition(route).short}`;
  return { value, label: `${agentLabels[agent]}${way}` };
});
