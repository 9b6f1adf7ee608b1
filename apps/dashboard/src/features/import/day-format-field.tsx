import { dayFormats, type DayFormat } from '@courseline/contracts';
import { SelectField } from '../../ui/fields/select-field';
import { dayFormatWords } from './import-words';

interface DayFormatFieldProps {
  readonly label: string;
  readonly value: DayFormat;
  readonly onChange: (format: DayFormat) => void;
}

export function DayFormatField({ label, value, onChange }: DayFormatFieldProps) {
  return (
    <SelectField
      label={label}
      value={value}
      options={dayFormats.map((format) => ({ value: format, label: dayFormatWords[format] }))}
      onChange={(event) => onChange(event.currentTarget.value as DayFormat)}
    />
  );
}
