import { describe } from 'vitest';
import { DECK_FAULTS } from './faults.js';
import { expectFound } from './problems.js';

describe('a fault of a deck', () => expectFound(DECK_FAULTS, 'full'));
