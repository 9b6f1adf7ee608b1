import { jestProjects } from './jest-projects.mjs';

export default await jestProjects((name) => name !== 'integration');
