import styles from './number-pad.module.css';

interface NumberPadProps {
  readonly onDigit: (digit: string) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Digits for one thumb; a keyboard types into the fields themselves. */
export function NumberPad({ onDigit, onBack, onNext }: NumberPadProps) {
  return (
    <div className={styles['pad']} role="group" aria-label="Number pad">
      {digits.map((digit) => (
        <PadKey key={digit} onPress={() => onDigit(digit)}>
          {digit}
        </PadKey>
      ))}
      <PadKey onPress={onBack} label="Delete the last digit">
        Delete
      </PadKey>
      <PadKey onPress={() => onDigit('0')}>0</PadKey>
      <PadKey onPress={onNext} label="Next field">
        Next
      </PadKey>
    </div>
  );
}

interface PadKeyProps {
  readonly children: string;
  readonly onPress: () => void;
  readonly label?: string;
}

function PadKey({ children, onPress, label }: PadKeyProps) {
  return (
    <button
      type="button"
      className={styles['key']}
      aria-label={label}
      // The field keeps the focus, and with it what is shown as chosen.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
