import { decision } from '../decision.ts';

export default decision('accept', 'The seller accepted the offer');
