import { decision } from '../decision.ts';

export default decision('approve', 'Approve the offer that waits');
