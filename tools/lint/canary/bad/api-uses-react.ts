// apps/api/src/outcomes/example.ts: boundaries/dependencies
import { useState } from 'react';

export const example = useState;
