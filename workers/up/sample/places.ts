/** Where the sample's invented houses stand: real towns in five zones, invented streets. Dollars per square foot as of a plain year. */
export type Place = { city: string; state: string; zip: string; county: string; areaCode: string; dollarsPerSqft: number; streets: readonly string[] };

export const places: readonly Place[] = [
  {
    city: 'Nashville',
    state: 'TN',
    zip: '37206',
    county: 'Davidson',
    areaCode: '615',
    dollarsPerSqft: 265,
    streets: ['Larkhollow Dr', 'Pennywick Ave', 'Ashgrove Ct'],
  },
  {
    city: 'Knoxville',
    state: 'TN',
    zip: '37917',
    county: 'Knox',
    areaCode: '865',
    dollarsPerSqft: 185,
    streets: ['Millstone Ln', 'Fernbrook Rd', 'Copperleaf St'],
  },
  {
    city: 'Memphis',
    state: 'TN',
    zip: '38111',
    county: 'Shelby',
    areaCode: '901',
    dollarsPerSqft: 140,
    streets: ['Willowmere Ave', 'Tallgrass Cv', 'Oakmantle St'],
  },
  {
    city: 'Atlanta',
    state: 'GA',
    zip: '30310',
    county: 'Fulton',
    areaCode: '404',
    dollarsPerSqft: 230,
    streets: ['Peachfern St', 'Quillback Way', 'Brambleton Pl'],
  },
  {
    city: 'Savannah',
    state: 'GA',
    zip: '31404',
    county: 'Chatham',
    areaCode: '912',
    dollarsPerSqft: 190,
    streets: ['Marshlight Dr', 'Heronsgate Rd', 'Saltbrook Ln'],
  },
  {
    city: 'San Antonio',
    state: 'TX',
    zip: '78228',
    county: 'Bexar',
    areaCode: '210',
    dollarsPerSqft: 160,
    streets: ['Mesquite Bend', 'Limestone Trl', 'Agaveta Dr'],
  },
  {
    city: 'El Paso',
    state: 'TX',
    zip: '79924',
    county: 'El Paso',
    areaCode: '915',
    dollarsPerSqft: 135,
    streets: ['Sandspur Ave', 'Ocotillo Vista Dr', 'Basalt St'],
  },
  {
    city: 'Columbus',
    state: 'OH',
    zip: '43211',
    county: 'Franklin',
    areaCode: '614',
    dollarsPerSqft: 145,
    streets: ['Buckhaven Rd', 'Thistledown Ave', 'Cobbleridge Ct'],
  },
  {
    city: 'Phoenix',
    state: 'AZ',
    zip: '85033',
    county: 'Maricopa',
    areaCode: '602',
    dollarsPerSqft: 215,
    streets: ['Saguaro Mesa Dr', 'Paloverde Pl', 'Duststone Ln'],
  },
  {
    city: 'Spokane',
    state: 'WA',
    zip: '99207',
    county: 'Spokane',
    areaCode: '509',
    dollarsPerSqft: 200,
    streets: ['Larchfall Ave', 'Basinview Dr', 'Pinequill St'],
  },
];

export const firstNames =
  'Alma Ben Carl Dale Ella Faye Grant Hugh Iris June Kent Lola Mack Nell Otis Pearl Quinn Rhea Seth Tess Ward Yale Zoe Nora Leo Vera Paul Ruth Owen Jane'.split(
    ' ',
  );
export const lastNames =
  'Ashby Barrow Colby Dunn Eason Finch Garland Hobbs Ivey Judd Keene Locke Mercer Nance Oakes Pruitt Rudd Sayre Tate Upton Vance Wynn Gentry Hollis Moody Lamar Quarles Clay Hill Blakely'.split(
    ' ',
  );
