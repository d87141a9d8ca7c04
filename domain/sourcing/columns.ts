/** What a column of a list can mean. `phone`, `phoneType`, `phoneDnc` and `email` carry a number: `phone.1`. */
export const fieldTitles = {
  parcelNumber: 'Parcel number',
  borough: 'New York borough, 1–5',
  block: 'Tax block',
  lot: 'Tax lot',
  county: 'County',
  countyNumber: 'Number of the Florida county',
  address: 'Street address of the property',
  fullAddress: 'Address of the property in one cell: street, city, state, ZIP',
  unit: 'Unit',
  city: 'City',
  state: 'State',
  zip: 'ZIP',
  latitude: 'Latitude',
  longitude: 'Longitude',
  propertyType: 'Property type or land use',
  bedrooms: 'Bedrooms',
  bathrooms: 'Bathrooms, halves as 0.5',
  fullBaths: 'Full bathrooms',
  halfBaths: 'Half bathrooms',
  livingSqft: 'Living area, square feet',
  lotSqft: 'Lot, square feet',
  lotAcres: 'Lot, acres',
  yearBuilt: 'Year built',
  units: 'Dwelling units',
  assessed: 'Assessed value',
  value: 'Market value',
  loanBalance: 'Balance of open loans',
  lienAmount: 'Other liens',
  equityPercent: 'Equity, percent',
  ltvPercent: 'Loan to value, percent',
  saleDate: 'Last sale, date',
  saleYear: 'Last sale, year',
  saleMonth: 'Last sale, month',
  salePrice: 'Last sale, price',
  listPrice: 'List price',
  originalListPrice: 'Original list price',
  listedOn: 'Listed on',
  listingStatus: 'Listing status',
  repairs: 'Estimate of repairs',
  ownerOccupied: 'Owner lives there',
  ownerName: 'Owners in one cell',
  owner1First: 'Owner, first name',
  owner1Last: 'Owner, last name or company',
  owner2Name: 'Second owner',
  owner2First: 'Second owner, first name',
  owner2Last: 'Second owner, last name',
  mailingAddress: 'Mailing address, street',
  fullMailing: 'Mailing address in one cell',
  mailingUnit: 'Mailing unit',
  mailingCity: 'Mailing city',
  mailingState: 'Mailing state',
  mailingZip: 'Mailing ZIP',
  addedOn: 'Added to the list on',
  signals: 'Kind of distress, in words',
  filedOn: 'Date of that filing',
  preForeclosureOn: 'Pre-foreclosure recorded on',
  auctionOn: 'Foreclosure auction on',
  lienType: 'Kind of lien',
  lienOn: 'Lien recorded on',
  bankruptcyOn: 'Bankruptcy filed on',
  divorceOn: 'Divorce filed on',
  delinquentTaxes: 'Taxes owed',
  vacant: 'Vacant',
} as const;

export type SingleField = keyof typeof fieldTitles;
export type NumberedField = `${'phone' | 'phoneType' | 'phoneDnc' | 'email'}.${number}`;
export type Field = SingleField | NumberedField;

export const isField = (name: string): name is Field =>
  Object.hasOwn(fieldTitles, name) || /^(?:phone|phoneType|phoneDnc|email)\.(?:[1-9]|[1-4]\d)$/.test(name);

/** Headers match trimmed, without regard to case, punctuation and blanks: "Est. Remaining balance of Open Loans", "UniqueID ". */
export const headerKey = (header: string): string =>
  header
    .toLowerCase()
    .replace(/%/g, 'percent')
    .replace(/#/g, 'number')
    .replace(/[^a-z0-9]/g, '');

/** Header spellings met in exports and county files, by field, as `headerKey` gives them. */
const spellings: Partial<Record<SingleField, string>> = {
  parcelNumber:
    'apn parcel parcelid parcelnumber parcelno pin taxid taxparcelid assessorparcelnumber assessorsparcelnumber parcelidnumber pid folio folionumber accountnumber mapparcel',
  county: 'county propertycounty countyname countyorparish situscounty',
  countyNumber: 'cono',
  address:
    'address propertyaddress propertystreet propertystreetaddress streetaddress address1 addressline1 propertyaddressline1 situsaddress siteaddress street phyaddr1 propertyaddress1',
  fullAddress: 'fulladdress propertyfulladdress propertyaddressfull unparsedaddress',
  unit: 'unit unitnumber apartmentnumber apt aptnumber propertyunit unitno propertyunitnumber addressline2 address2 propertyaddressline2 phyaddr2',
  city: 'city propertycity situscity phycity propertyaddresscity sitecity',
  state: 'state propertystate situsstate stateorprovince propertyaddressstate st sitestate',
  zip: 'zip zipcode postalcode propertyzip propertyzipcode situszip phyzipcd zip5 propertyaddresszipcode sitezip propertypostalcode',
  latitude: 'lat latitude propertylatitude',
  longitude: 'long lng lon longitude propertylongitude',
  propertyType: 'propertytype landuse propertyuse usecode propertysubtype buildingclasscategory landusedescription propertytypedetail doruc propertyclass',
  bedrooms: 'bedrooms beds bedroomcount bedroomstotal totalbedrooms br bedroom',
  bathrooms: 'bathrooms baths totalbathrooms bathroomcount bathroomstotal totalbaths bath ba bathroom',
  fullBaths: 'fullbath fullbaths bathroomsfull',
  halfBaths: 'halfbath halfbaths bathroomshalf',
  livingSqft:
    'buildingsqft livingarea sqft sqftliving livingsqft squarefeet squarefootage totlvgar grosssquarefeet finishedarea heatedarea buildingarea livingareasqft totalbuildingareasquarefeet',
  lotSqft: 'lotsizesqft lotsqft sqftlot landsquarefeet lotsize lotsizesquarefeet lndsqfoot lotarea',
  lotAcres: 'acre acres acreage lotacres lotsizeacres',
  yearBuilt: 'yearbuilt effectiveyearbuilt yrbuilt actyrblt built effyrblt',
  units: 'units totalunits numberofunits unitscount noresunts unitcount',
  assessed: 'totalassessedvalue assessedvalue totalvalue taxassessedvalue assdtotalvalue totalappraisedvalue',
  value: 'estvalue estimatedvalue marketvalue value avm jv justvalue avmvalue estimatedmarketvalue',
  loanBalance:
    'estremainingbalanceofopenloans openloanbalance mortgagebalance loanbalance totalloanbalance totalmortgagebalance openmortgagebalance estimatedmortgagebalance',
  lienAmount: 'lienamount totalliens liensamount involuntarylienamount',
  equityPercent: 'equitypercent estequitypercent equitypercentage estimatedequitypercent',
  ltvPercent: 'estloantovalue ltv loantovalue ltvpercent estimatedltv',
  saleDate: 'lastsalerecordingdate lastsaledate saledate datesold lastsolddate solddate recordingdate closedate date',
  saleYear: 'saleyr1 saleyear',
  saleMonth: 'salemo1 salemonth',
  salePrice: 'lastsaleamount lastsaleprice saleprice saleprc1 lastsoldprice soldprice price closeprice',
  listPrice: 'mlsamount listprice askingprice currentlistprice mlslistprice mlslistingamount',
  originalListPrice: 'originallistprice originalprice',
  listedOn: 'mlsdate listdate listingdate listedon listingcontractdate mlslistingdate',
  listingStatus: 'mlsstatus listingstatus standardstatus mlslistingstatus',
  repairs: 'repairs repairestimate repaircost estimatedrepairs estrepairs',
  ownerOccupied: 'owneroccupied isowneroccupied occupied occupancy owneroccupancy',
  ownerName: 'ownername owner owners ownername1 ownnername ownerfullname owner1name ownname owner1fullname ownerlabelname fullname',
  owner1First: 'owner1firstname ownerfirstname firstname owner1first ownerfirst',
  owner1Last: 'owner1lastname ownerlastname lastname owner1last ownerlast',
  owner2Name: 'owner2name owner2fullname ownername2 coowner secondowner owner2',
  owner2First: 'owner2firstname owner2first',
  owner2Last: 'owner2lastname owner2last',
  mailingAddress:
    'mailingaddress mailingstreet mailaddress ownermailingaddress owneraddress mailingaddressline1 ownaddr1 mailingaddress1 mailingstreetaddress recipientaddress ownermailingaddressline1',
  fullMailing: 'fullmailingaddress mailingfulladdress ownerfulladdress',
  mailingUnit: 'mailingunit mailingunitnumber mailingaddressline2 ownaddr2 mailunit mailingaddress2',
  mailingCity: 'mailingcity ownermailingcity mailcity owncity ownercity mailingaddresscity',
  mailingState: 'mailingstate ownermailingstate mailstate ownstate ownerstate mailingaddressstate',
  mailingZip: 'mailingzip ownermailingzip mailzip ownzipcd ownerzip mailingzipcode mailingaddresszipcode mailingpostalcode',
  addedOn: 'dateaddedtolist dateadded listdateadded addedon',
  signals: 'distress leadtype listtype distresstype status stage foreclosurestatus signal',
  filedOn: 'filingdate filedon recordeddate fileddate datefiled',
  preForeclosureOn: 'prefcrecordingdate preforeclosuredate lispendensdate noddate defaultdate',
  auctionOn: 'prefcauctiondate auctiondate foreclosuredate',
  lienType: 'lientype',
  lienOn: 'liendate lienrecordingdate',
  bankruptcyOn: 'bkdate bankruptcydate bankruptcyrecordingdate',
  divorceOn: 'divorcedate',
  delinquentTaxes: 'taxdelinquentamount delinquenttaxes amountdue taxesowed delinquentamount totaldue taxdelinquentvalue',
  vacant: 'vacant isvacant vacancy propertyvacant',
};

const fieldOf = new Map(Object.entries(spellings).flatMap(([field, keys]) => keys.split(' ').map((key) => [key, field as SingleField] as const)));

/** The field a header means in any list, or null. */
export function genericField(header: string): Field | null {
  const key = headerKey(header);
  const single = fieldOf.get(key);
  if (single) return single;
  const phone = /^(?:owner1?)?(?:phone|mobile|cell|landline|wireless)(?:number)?(\d{0,2})(?:number)?(type|dnc|donotcall)?$/.exec(key);
  if (phone) return `${phone[2] === undefined ? 'phone' : phone[2] === 'type' ? 'phoneType' : 'phoneDnc'}.${Number(phone[1] || 1)}`;
  const email = /^(?:owner1?)?email(?:address)?(\d{0,2})$/.exec(key);
  return email ? `email.${Number(email[1] || 1)}` : null;
}
