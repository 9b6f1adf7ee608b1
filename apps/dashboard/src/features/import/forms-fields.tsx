import type { WideForm } from '@courseline/contracts';
import { getInstrument, scoredInstruments, type InstrumentId } from '@courseline/instruments';
import { Choice } from '../../ui/fields/choice';
import { SelectField } from '../../ui/fields/select-field';
import { CodesTable } from './codes-table';
import { ColumnField } from './column-field';
import { guessedForm } from './item-columns';
import { useMapping } from './mapping-context';
import { problemAt, type MappingDraft } from './mapping-draft';
import { WideFormFields } from './wide-form-fields';

type Forms = MappingDraft['forms'];

/** Where the answers or totals stand. */
export function FormsFields() {
  const { draft, change } = useMapping();
  const { forms } = draft;
  return (
    <>
      <Choice
        label="How do the forms stand in the file?"
        value={forms.layout}
        stacked
        options={[
          {
            value: 'wide',
            label: 'Columns for each instrument',
            hint: 'A row has columns for the items or totals of one or more instruments.',
          },
          {
            value: 'long',
            label: 'One total a row',
            hint: 'A column names the instrument, another holds its total.',
          },
        ]}
        onChange={(layout) =>
          change({
            forms:
              layout === 'wide'
                ? { layout, instruments: [] }
                : { layout, instrument: '', codes: {}, total: '' },
          })
        }
      />
      {forms.layout === 'wide' ? <WideForms forms={forms} /> : <LongForms forms={forms} />}
    </>
  );
}

function WideForms({ forms }: { readonly forms: Extract<Forms, { layout: 'wide' }> }) {
  const { problems, columns, change } = useMapping();
  const taken = forms.instruments.flatMap(({ items, total }) => [...(items ?? []), total]);
  const set = (next: WideForm[]) => change({ forms: { layout: 'wide', instruments: next } });
  const left = scoredInstruments.filter(
    ({ id }) => !forms.instruments.some(({ instrument }) => instrument === id),
  );
  return (
    <>
      {forms.instruments.map((form, index) => (
        <WideFormFields
          key={form.instrument}
          form={form}
          place={`forms.instruments.${index}`}
          onChange={(next) => set(forms.instruments.map((each) => (each === form ? next : each)))}
          onRemove={() => set(forms.instruments.filter((each) => each !== form))}
        />
      ))}
      {left.length > 0 && (
        <SelectField
          label="Add an instrument"
          empty="Choose"
          error={forms.instruments.length === 0 ? problemAt(problems, 'forms.instruments') : undefined}
          value=""
          options={left.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => {
            const instrument = event.currentTarget.value as InstrumentId;
            const names = columns.map(({ name }) => name).filter((name) => !taken.includes(name));
            set([...forms.instruments, guessedForm(instrument, names)]);
          }}
        />
      )}
    </>
  );
}

function LongForms({ forms }: { readonly forms: Extract<Forms, { layout: 'long' }> }) {
  const { columns, change } = useMapping();
  const set = (part: Partial<Omit<typeof forms, 'layout'>>) => change({ forms: { ...forms, ...part } });
  const named = columns.find(({ name }) => name === forms.instrument);
  return (
    <>
      <ColumnField
        label="Column of the instrument"
        place="forms.instrument"
        empty="Choose a column"
        value={forms.instrument}
        onChange={(instrument) => set({ instrument, codes: {} })}
      />
      <ColumnField
        label="Column of the total"
        place="forms.total"
        empty="Choose a column"
        value={forms.total}
        onChange={(total) => set({ total })}
      />
      {named !== undefined && (
        <CodesTable
          caption="Instruments in the file"
          empty="There are too many different cells for instruments."
          codes={named.values ?? []}
          meaning={(code) => (
            <SelectField
              label=""
              aria-label={`${code} means`}
              empty="Not known here: its rows are refused"
              value={forms.codes[code] ?? ''}
              options={scoredInstruments.map(({ id }) => ({ value: id, label: getInstrument(id).name }))}
              onChange={(event) => {
                const { [code]: _, ...others } = forms.codes;
                const chosen = event.currentTarget.value;
                set({ codes: chosen === '' ? others : { ...others, [code]: chosen as InstrumentId } });
              }}
            />
          )}
        />
      )}
    </>
  );
}
