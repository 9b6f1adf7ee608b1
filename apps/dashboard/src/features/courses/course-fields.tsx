import { courseAgents, hasSessions, routesOfAgent, type StartCourse } from '@courseline/contracts';
import { routeDefinition } from '@courseline/treatment';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { agentLabels } from '../../messages/clinical-words';
import { Choice } from '../../ui/fields/choice';
import { DateField } from '../../ui/fields/date-field';
import { emptyIsNull } from '../../ui/fields/empty-is-null';
import { FieldRow } from '../../ui/fields/form';
import { TextAreaField, TextField } from '../../ui/fields/text-field';
import { fieldsOfAgent, fieldsOfRoute } from './course-form-values';
import { DoseOrder } from './dose-order';
import { PhasesField } from './phases-field';

const agentOptions = courseAgents.map((value) => ({ value, label: agentLabels[value] }));

/** What a course is, inside a form. */
export function CourseFields() {
  const {
    control,
    register,
    setValue,
    formState: { errors },
  } = useFormContext<StartCourse>();
  const [agent, route] = useWatch({ control, name: ['agent', 'route'] });
  const set = (changes: Partial<StartCourse>) => {
    for (const [name, value] of Object.entries(changes))
      setValue(name as keyof StartCourse, value, { shouldDirty: true });
  };
  const routes = routesOfAgent[agent];
  return (
    <>
      <Controller
        control={control}
        name="agent"
        render={({ field }) => (
          <Choice
            label="Treatment"
            hint="Others than ketamine and esketamine are courses to compare with: they have scores and no sessions."
            options={agentOptions}
            value={field.value}
            onChange={(value) => set(fieldsOfAgent(value))}
          />
        )}
      />
      {!hasSessions(agent) && (
        <TextField
          label="Name of the treatment"
          hint="Such as sertraline."
          autoComplete="off"
          {...register('agentName', { setValueAs: emptyIsNull })}
          error={errors.agentName?.message}
        />
      )}
      {routes.length > 1 && (
        <Choice
          label="Route"
          options={routes.map((value) => ({
            value,
            label: value === 'none' ? 'None' : routeDefinition(value).label,
          }))}
          value={route}
          onChange={(value) => set({ route: value, ...fieldsOfRoute(value, agent) })}
          error={errors.route?.message}
        />
      )}
      <FieldRow>
        <DateField label="Starts on" {...register('startedOn')} error={errors.startedOn?.message} />
        <DateField
          label={hasSessions(agent) ? 'Day 0, if not the first dose' : 'Day 0, from which change is counted'}
          {...register('declaredDayZero', { setValueAs: emptyIsNull })}
          error={errors.declaredDayZero?.message}
        />
      </FieldRow>
      {hasSessions(agent) && (
        <>
          <DoseOrder agent={agent} />
          <PhasesField key={agent} agent={agent} />
          <TextField
            label="Set and setting"
            hint="In a few words, such as: music, eye mask, therapist present."
            autoComplete="off"
            {...register('settingTag', { setValueAs: emptyIsNull })}
            error={errors.settingTag?.message}
          />
        </>
      )}
      <TextAreaField
        label="Note"
        rows={2}
        {...register('note', { setValueAs: emptyIsNull })}
        error={errors.note?.message}
      />
    </>
  );
}
