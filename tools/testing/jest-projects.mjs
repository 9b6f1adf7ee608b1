import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../workspace/programs.mjs';

/**
 * Jest's projects of all workspaces in one run: one start, and both cores busy to its end.
 * @param {(name: string | undefined) => boolean} isWanted asked for each project's display name
 * @returns {Promise<import('jest').Config>}
 */
export async function jestProjects(isWanted) {
  const files = ['libs', 'apps']
    .flatMap((group) =>
      readdirSync(join(root, group)).map((name) => join(root, group, name, 'jest.config.mjs')),
    )
    .filter((file) => existsSync(file));
  const configs = await Promise.all(
    files.map(async (file) => (await import(pathToFileURL(file).href)).default),
  );
  const projects = configs.flatMap((config) => config.projects ?? [config]);
  return {
    projects: projects.filter(({ displayName }) => isWanted(displayName)),
    reporters: ['default', join(root, 'tools/testing/jest-counts.mjs')],
    maxWorkers: '100%',
  };
}
