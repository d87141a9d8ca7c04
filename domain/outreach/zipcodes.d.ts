declare module 'zipcodes' {
  export type ZipCode = { zip: string; latitude: number; longitude: number; city: string; state: string; country: string };
  const zipcodes: { lookup(zip: string): ZipCode | undefined; lookupByState(state: string): ZipCode[] };
  export default zipcodes;
}
