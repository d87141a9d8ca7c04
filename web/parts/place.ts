export { placeWords } from '../../domain/places.ts';
