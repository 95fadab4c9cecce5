import { describe } from 'vitest';
import { BRIEF_FAULTS } from './faults.js';
import { expectFound } from './problems.js';

describe('a fault of a brief', () => expectFound(BRIEF_FAULTS, 'flash'));
