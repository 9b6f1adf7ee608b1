import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(__dirname, '..');
const styles = readFileSync(join(__dirname, 'mantine-styles.ts'), 'utf8');

/** Parts of Mantine that draw nothing of their own, or with the styles of another. */
const unstyled = new Set(['MantineProvider', 'FocusTrap', 'Portal', 'Box', 'Transition', 'CopyButton']);
const drawnWith: Readonly<Record<string, string>> = {
  TextInput: 'Input',
  Textarea: 'Input',
  NativeSelect: 'Input',
};

function partsUsed(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const names = files
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)])
    .flatMap(([, list]) => (list ?? '').split(','))
    .map((name) => name.trim())
    .filter((name) => /^[A-Z]/.test(name) && !unstyled.has(name));
  return [...new Set(names)];
}

describe('the styles of Mantine', () => {
  it.each(partsUsed())('are loaded for %s', (part) => {
    expect(styles).toContain(`@mantine/core/styles/${drawnWith[part] ?? part}.layer.css`);
  });
});
