import { there } from './there.js';

export const back: unknown = () => there;
