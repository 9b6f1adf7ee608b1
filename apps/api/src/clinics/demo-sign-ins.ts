import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoSignIns } from '@courseline/contracts';
import { z } from 'zod';

/** The file that loading the demo clinics leaves beside the data. */
const fileSchema = z.array(
  z.object({
    clinic: z.string(),
    role: z.string(),
    name: z.string(),
    email: z.string(),
    password: z.string(),
  }),
);

/** Whom one can sign in as in the demo clinics; null where there is no such file. */
export async function readDemoSignIns(dataDir: string): Promise<DemoSignIns | null> {
  const text = await readFile(join(dataDir, 'demo-sign-ins.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const people = fileSchema.parse(JSON.parse(text));
  const [first] = people;
  if (first === undefined) return null;
  return {
    password: first.password,
    people: people.map(({ email, name, role, clinic }) => ({
      email,
      name,
      as: `${capital(role)} at ${clinic}`,
    })),
  };
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
