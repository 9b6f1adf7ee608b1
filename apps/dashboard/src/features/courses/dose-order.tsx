import type { CourseRoute, StartCourse } from '@courseline/contracts';
import { doseRulesBroken, ESKETAMINE_DOSES_MG, type Agent } from '@courseline/treatment';
import { useState } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { Choice } from '../../ui/fields/choice';
import { FieldRow } from '../../ui/fields/form';
import { NumberField } from '../../ui/fields/number-field';
import { parseNumber } from '../../ui/fields/parse-number';

const units = [
  { value: 'per-kg', label: 'mg per kg' },
  { value: 'mg', label: 'mg' },
] as const;

/** What is ordered for each session; unusual orders are said here and decided when a dose is given. */
export function DoseOrder({ agent }: { readonly agent: Agent }) {
  return agent === 'esketamine' ? <EsketamineOrder /> : <KetamineOrder />;
}

function EsketamineOrder() {
  const { control } = useFormContext<StartCourse>();
  return (
    <Controller
      control={control}
      name="orderedMg"
      render={({ field, fieldState }) => (
        <Choice
          label="Dose ordered"
          hint="Devices of 28 mg each."
          options={ESKETAMINE_DOSES_MG.map((mg) => ({ value: String(mg), label: `${mg} mg` }))}
          value={field.value === null ? null : String(field.value)}
          onChange={(value) => field.onChange(Number(value))}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

function KetamineOrder() {
  const {
    control,
    register,
    setValue,
    formState: { errors },
  } = useFormContext<StartCourse>();
  const [route, perKg, mg] = useWatch({ control, name: ['route', 'orderedMgPerKg', 'orderedMg'] });
  const [chosen, setChosen] = useState<'per-kg' | 'mg' | null>(null);
  const unit = mg !== null ? 'mg' : perKg !== null ? 'per-kg' : (chosen ?? 'per-kg');
  const infused = route === 'iv' || route === 'sc';
  return (
    <>
      <Choice
        label="Dose ordered in"
        hint="Per kg, each session works out the milligrams from the weight of the day."
        options={units}
        value={unit}
        onChange={(value) => {
          setChosen(value);
          setValue(value === 'mg' ? 'orderedMgPerKg' : 'orderedMg', null);
        }}
      />
      <FieldRow>
        {unit === 'per-kg' ? (
          <NumberField
            key="per-kg"
            label="Dose ordered"
            unit="mg/kg"
            hint={orderWarning(route, perKg) ?? undefined}
            {...register('orderedMgPerKg', { setValueAs: parseNumber })}
            error={errors.orderedMgPerKg?.message}
          />
        ) : (
          <NumberField
            key="mg"
            label="Dose ordered"
            unit="mg"
            {...register('orderedMg', { setValueAs: parseNumber })}
            error={errors.orderedMg?.message}
          />
        )}
        {infused && (
          <NumberField
            whole
            label="Infusion over"
            unit="min"
            {...register('infusionMinutes', { setValueAs: parseNumber })}
            error={errors.infusionMinutes?.message}
          />
        )}
      </FieldRow>
    </>
  );
}

function orderWarning(route: CourseRoute, perKg: number | null): string | null {
  if (route === 'none' || perKg === null || Number.isNaN(perKg)) return null;
  const [rule] = doseRulesBroken({ agent: 'ketamine', route, mg: perKg, weightKg: 1 });
  return rule === undefined ? null : `! ${rule.words} (${rule.source})`;
}
