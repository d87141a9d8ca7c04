import { decision } from '../decision.ts';

export default decision('dead', 'Give the deal up');
