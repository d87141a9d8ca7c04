import { decision } from '../decision.ts';

export default decision('decline', 'The seller declined');
