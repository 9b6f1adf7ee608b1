import {
  cohortInstruments,
  courseAgentSchema,
  courseRouteSchema,
  type CohortInstrument,
  type CohortQuery,
  type CohortSummary,
} from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { treatmentWords } from '../../messages/clinical-words';
import { DateField } from '../../ui/fields/date-field';
import { SelectField } from '../../ui/fields/select-field';
import { Segments } from '../../ui/segments';
import styles from './cohort.module.css';

interface CohortFiltersProps {
  readonly query: CohortQuery;
  readonly choices: CohortSummary['choices'];
  readonly onChange: (query: CohortQuery) => void;
}

/** Which courses, as a sentence of choices; what is chosen stands in the address. */
export function CohortFilters({ query, choices, onChange }: CohortFiltersProps) {
  const chosen =
    query.agent === undefined || query.route === undefined ? '' : `${query.agent}/${query.route}`;
  const choose = (value: string) => {
    const { agent: _agent, route: _route, ...rest } = query;
    const [agent = '', route = ''] = value.split('/');
    const parsed = { agent: courseAgentSchema.safeParse(agent), route: courseRouteSchema.safeParse(route) };
    onChange(
      parsed.agent.success && parsed.route.success
        ? { ...rest, agent: parsed.agent.data, route: parsed.route.data }
        : rest,
    );
  };
  const setDay = (name: 'from' | 'to', value: string) => {
    const { [name]: _old, ...rest } = query;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <div className={styles['filters']} role="group" aria-label="Which courses">
      <Segments<CohortInstrument>
        label="Instrument"
        value={query.instrument}
        options={cohortInstruments.map((value) => ({ value, label: getInstrument(value).name }))}
        onChange={(instrument) => onChange({ ...query, instrument })}
      />
      <SelectField
        label="Treatment"
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value)}
        empty="All treatments"
        options={choices.map(({ agent, route, courses }) => ({
          value: `${agent}/${route}`,
          label: `${treatmentWords({ agent, agentName: null, route })} (${courses})`,
        }))}
      />
      <DateField
        label="Day 0 from"
        value={query.from ?? ''}
        onChange={(event) => setDay('from', event.currentTarget.value)}
      />
      <DateField
        label="to"
        value={query.to ?? ''}
        onChange={(event) => setDay('to', event.currentTarget.value)}
      />
    </div>
  );
}
