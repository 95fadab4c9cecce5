import { describe } from 'vitest';
import { BRIEF_TWINS } from './faults.js';
import { expectClean } from './problems.js';

describe('a clean twin of a fault of a brief', () => expectClean(BRIEF_TWINS));
