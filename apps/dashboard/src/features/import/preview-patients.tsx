import type { ImportPreview } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { treatmentWords } from '../../messages/clinical-words';
import { Callout } from '../../ui/callout';
import { useFormat, type Format } from '../../ui/format-context';
import styles from './import.module.css';

type Patient = ImportPreview['patients'][number];
type Form = Patient['forms'][number];

/** The first rows as the patients they become. */
export function PreviewPatients({ preview }: { readonly preview: ImportPreview }) {
  const format = useFormat();
  return (
    <>
      {preview.findings.length > 0 && (
        <Callout tone="attention">
          Some of these rows would be refused:
          <ul>
            {preview.findings.map(({ line, field, message, rule }) => (
              <li key={`${line} ${field} ${rule}`}>
                Line {line}, {field}: {message}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <ul className={styles['people']}>
        {preview.patients.map((patient) => (
          <li key={patient.mrn} className={styles['person']}>
            <div>
              <span className={styles['personName']}>{nameOf(patient)}</span>
              <span className={styles['soft']}> {aboutWords(patient, format)}</span>
            </div>
            {patient.courses.map((course) => (
              <div key={`${course.dayZero} ${course.agent} ${course.route}`}>
                Course: {treatmentWords({ ...course, agentName: course.name })}, day 0 on{' '}
                {format.day(course.dayZero)}
              </div>
            ))}
            <ul className={styles['formList']}>
              {patient.forms.map((form) => (
                <li key={`${form.line} ${form.instrument}`}>{formWords(form, format)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function nameOf({ familyName, givenName, mrn, known }: Patient): string {
  const name = known ?? { familyName, givenName };
  return [name.familyName, name.givenName].filter((part) => part !== '').join(', ') || mrn;
}

function aboutWords({ mrn, known, birthDate }: Patient, format: Format): string {
  const born = birthDate === null ? '' : `, born ${format.day(birthDate)}`;
  return `${mrn}${born}, ${known === null ? 'new' : 'registered already'}`;
}

function formWords(
  { instrument, onDate, day, total, band, scoreStatus, answers, line }: Form,
  format: Format,
): string {
  const when = day === null ? format.day(onDate) : `${format.day(onDate)} (day ${day})`;
  const score =
    total === null
      ? 'no total, too few answers'
      : `${total}${band === null ? '' : `, ${band.toLowerCase()}`}`;
  const kind = { complete: '', prorated: ', prorated', partial: '', imported: ', total only' }[scoreStatus];
  const given = answers === null ? '' : `, answers ${answers.map((answer) => answer ?? '–').join(' ')}`;
  return `${when}: ${getInstrument(instrument).name} ${score}${kind}${given} (line ${line})`;
}
