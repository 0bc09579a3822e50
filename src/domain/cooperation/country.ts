import type { Bilingual, Language } from "../language/language.ts";
import { foldedKey } from "../text/fold.ts";

/**
 * Countries and territories by their code of two letters (ISO 3166-1), with "EU" and "UN", which the standard reserves;
 * names as Vietnamese offices and Unicode's CLDR have them.
 */
const lines = `
AD Andorra|Andorra
AE Các Tiểu Vương quốc Ả Rập Thống nhất|United Arab Emirates
AF Afghanistan|Afghanistan
AG Antigua và Barbuda|Antigua & Barbuda
AI Anguilla|Anguilla
AL Albania|Albania
AM Armenia|Armenia
AO Angola|Angola
AQ Nam Cực|Antarctica
AR Argentina|Argentina
AS Samoa thuộc Mỹ|American Samoa
AT Áo|Austria
AU Australia|Australia
AW Aruba|Aruba
AX Quần đảo Åland|Åland Islands
AZ Azerbaijan|Azerbaijan
BA Bosnia và Herzegovina|Bosnia & Herzegovina
BB Barbados|Barbados
BD Bangladesh|Bangladesh
BE Bỉ|Belgium
BF Burkina Faso|Burkina Faso
BG Bulgaria|Bulgaria
BH Bahrain|Bahrain
BI Burundi|Burundi
BJ Benin|Benin
BL St. Barthélemy|St. Barthélemy
BM Bermuda|Bermuda
BN Brunei|Brunei
BO Bolivia|Bolivia
BQ Ca-ri-bê thuộc Hà Lan|Caribbean Netherlands
BR Brazil|Brazil
BS Bahamas|Bahamas
BT Bhutan|Bhutan
BV Đảo Bouvet|Bouvet Island
BW Botswana|Botswana
BY Belarus|Belarus
BZ Belize|Belize
CA Canada|Canada
CC Quần đảo Cocos (Keeling)|Cocos (Keeling) Islands
CD Cộng hòa Dân chủ Congo|DR Congo
CF Cộng hòa Trung Phi|Central African Republic
CG Cộng hòa Congo|Congo
CH Thụy Sĩ|Switzerland
CI Bờ Biển Ngà|Côte d’Ivoire
CK Quần đảo Cook|Cook Islands
CL Chile|Chile
CM Cameroon|Cameroon
CN Trung Quốc|China
CO Colombia|Colombia
CR Costa Rica|Costa Rica
CU Cuba|Cuba
CV Cabo Verde|Cabo Verde
CW Curaçao|Curaçao
CX Đảo Giáng Sinh|Christmas Island
CY Síp|Cyprus
CZ Cộng hòa Séc|Czechia
DE Đức|Germany
DJ Djibouti|Djibouti
DK Đan Mạch|Denmark
DM Dominica|Dominica
DO Cộng hòa Dominica|Dominican Republic
DZ Algeria|Algeria
EC Ecuador|Ecuador
EE Estonia|Estonia
EG Ai Cập|Egypt
EH Tây Sahara|Western Sahara
ER Eritrea|Eritrea
ES Tây Ban Nha|Spain
ET Ethiopia|Ethiopia
EU Liên minh châu Âu|European Union
FI Phần Lan|Finland
FJ Fiji|Fiji
FK Quần đảo Falkland|Falkland Islands
FM Micronesia|Micronesia
FO Quần đảo Faroe|Faroe Islands
FR Pháp|France
GA Gabon|Gabon
GB Vương quốc Anh|United Kingdom
GD Grenada|Grenada
GE Georgia|Georgia
GF Guiana thuộc Pháp|French Guiana
GG Guernsey|Guernsey
GH Ghana|Ghana
GI Gibraltar|Gibraltar
GL Greenland|Greenland
GM Gambia|Gambia
GN Guinea|Guinea
GP Guadeloupe|Guadeloupe
GQ Guinea Xích Đạo|Equatorial Guinea
GR Hy Lạp|Greece
GS Nam Georgia & Quần đảo Nam Sandwich|South Georgia & South Sandwich Islands
GT Guatemala|Guatemala
GU Guam|Guam
GW Guinea-Bissau|Guinea-Bissau
GY Guyana|Guyana
HK Hồng Kông (Trung Quốc)|Hong Kong (China)
HM Quần đảo Heard và McDonald|Heard & McDonald Islands
HN Honduras|Honduras
HR Croatia|Croatia
HT Haiti|Haiti
HU Hungary|Hungary
ID Indonesia|Indonesia
IE Ireland|Ireland
IL Israel|Israel
IM Đảo Man|Isle of Man
IN Ấn Độ|India
IO Lãnh thổ Ấn Độ Dương thuộc Anh|British Indian Ocean Territory
IQ Iraq|Iraq
IR Iran|Iran
IS Iceland|Iceland
IT Italia|Italy
JE Jersey|Jersey
JM Jamaica|Jamaica
JO Jordan|Jordan
JP Nhật Bản|Japan
KE Kenya|Kenya
KG Kyrgyzstan|Kyrgyzstan
KH Campuchia|Cambodia
KI Kiribati|Kiribati
KM Comoros|Comoros
KN St. Kitts và Nevis|St. Kitts & Nevis
KP Triều Tiên|DPR Korea
KR Hàn Quốc|Republic of Korea
KW Kuwait|Kuwait
KY Quần đảo Cayman|Cayman Islands
KZ Kazakhstan|Kazakhstan
LA Lào|Lao PDR
LB Li-băng|Lebanon
LC St. Lucia|St. Lucia
LI Liechtenstein|Liechtenstein
LK Sri Lanka|Sri Lanka
LR Liberia|Liberia
LS Lesotho|Lesotho
LT Litva|Lithuania
LU Luxembourg|Luxembourg
LV Latvia|Latvia
LY Libya|Libya
MA Ma-rốc|Morocco
MC Monaco|Monaco
MD Moldova|Moldova
ME Montenegro|Montenegro
MF St. Martin|St. Martin
MG Madagascar|Madagascar
MH Quần đảo Marshall|Marshall Islands
MK Bắc Macedonia|North Macedonia
ML Mali|Mali
MM Myanmar|Myanmar
MN Mông Cổ|Mongolia
MO Ma Cao (Trung Quốc)|Macao (China)
MP Quần đảo Bắc Mariana|Northern Mariana Islands
MQ Martinique|Martinique
MR Mauritania|Mauritania
MS Montserrat|Montserrat
MT Malta|Malta
MU Mauritius|Mauritius
MV Maldives|Maldives
MW Malawi|Malawi
MX Mexico|Mexico
MY Malaysia|Malaysia
MZ Mozambique|Mozambique
NA Namibia|Namibia
NC New Caledonia|New Caledonia
NE Niger|Niger
NF Đảo Norfolk|Norfolk Island
NG Nigeria|Nigeria
NI Nicaragua|Nicaragua
NL Hà Lan|Netherlands
NO Na Uy|Norway
NP Nepal|Nepal
NR Nauru|Nauru
NU Niue|Niue
NZ New Zealand|New Zealand
OM Oman|Oman
PA Panama|Panama
PE Peru|Peru
PF Polynesia thuộc Pháp|French Polynesia
PG Papua New Guinea|Papua New Guinea
PH Philippines|Philippines
PK Pakistan|Pakistan
PL Ba Lan|Poland
PM Saint Pierre và Miquelon|St. Pierre & Miquelon
PN Quần đảo Pitcairn|Pitcairn Islands
PR Puerto Rico|Puerto Rico
PS Palestine|Palestine
PT Bồ Đào Nha|Portugal
PW Palau|Palau
PY Paraguay|Paraguay
QA Qatar|Qatar
RE Réunion|Réunion
RO Romania|Romania
RS Serbia|Serbia
RU Nga|Russia
RW Rwanda|Rwanda
SA Ả Rập Xê-út|Saudi Arabia
SB Quần đảo Solomon|Solomon Islands
SC Seychelles|Seychelles
SD Sudan|Sudan
SE Thụy Điển|Sweden
SG Singapore|Singapore
SH St. Helena|St. Helena
SI Slovenia|Slovenia
SJ Svalbard và Jan Mayen|Svalbard & Jan Mayen
SK Slovakia|Slovakia
SL Sierra Leone|Sierra Leone
SM San Marino|San Marino
SN Senegal|Senegal
SO Somalia|Somalia
SR Suriname|Suriname
SS Nam Sudan|South Sudan
ST São Tomé và Príncipe|São Tomé & Príncipe
SV El Salvador|El Salvador
SX Sint Maarten|Sint Maarten
SY Syria|Syria
SZ Eswatini|Eswatini
TC Quần đảo Turks và Caicos|Turks & Caicos Islands
TD Chad|Chad
TF Lãnh thổ phía Nam Thuộc Pháp|French Southern Territories
TG Togo|Togo
TH Thái Lan|Thailand
TJ Tajikistan|Tajikistan
TK Tokelau|Tokelau
TL Timor-Leste|Timor-Leste
TM Turkmenistan|Turkmenistan
TN Tunisia|Tunisia
TO Tonga|Tonga
TR Thổ Nhĩ Kỳ|Türkiye
TT Trinidad và Tobago|Trinidad & Tobago
TV Tuvalu|Tuvalu
TW Đài Loan (Trung Quốc)|Taiwan (China)
TZ Tanzania|Tanzania
UA Ukraina|Ukraine
UG Uganda|Uganda
UM Các tiểu đảo xa của Hoa Kỳ|U.S. Outlying Islands
UN Liên hợp quốc|United Nations
US Hoa Kỳ|United States
UY Uruguay|Uruguay
UZ Uzbekistan|Uzbekistan
VA Tòa thánh Vatican|Holy See
VC St. Vincent và Grenadines|St. Vincent & Grenadines
VE Venezuela|Venezuela
VG Quần đảo Virgin thuộc Anh|British Virgin Islands
VI Quần đảo Virgin thuộc Hoa Kỳ|U.S. Virgin Islands
VN Việt Nam|Viet Nam
VU Vanuatu|Vanuatu
WF Wallis và Futuna|Wallis & Futuna
WS Samoa|Samoa
YE Yemen|Yemen
YT Mayotte|Mayotte
ZA Nam Phi|South Africa
ZM Zambia|Zambia
ZW Zimbabwe|Zimbabwe
`;

/** Other names that people write, folded when compared. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  LA: ["CHDCND Lào", "Cộng hòa Dân chủ Nhân dân Lào", "Laos"],
  KH: ["Vương quốc Campuchia", "Cam-pu-chia", "Căm-pu-chia"],
  US: ["Mỹ", "Hợp chúng quốc Hoa Kỳ", "USA", "U.S."],
  GB: ["Anh", "UK", "Anh quốc"],
  KR: ["Đại Hàn Dân Quốc", "Korea", "South Korea"],
  JP: ["Nhật"],
  CN: ["CHND Trung Hoa", "Cộng hòa Nhân dân Trung Hoa"],
  RU: ["Liên bang Nga", "Russian Federation"],
  DE: ["CHLB Đức", "Cộng hòa Liên bang Đức"],
  TW: ["Đài Loan", "Taiwan"],
  HK: ["Hồng Kông", "Hong Kong"],
  MO: ["Ma Cao", "Macao"],
  AU: ["Úc"],
  IT: ["Ý"],
  EU: ["EU"],
  UN: ["LHQ"],
  VN: ["Vietnam"],
  TH: ["Vương quốc Thái Lan"],
  MM: ["Miến Điện", "Burma"],
  CZ: ["Séc", "Tiệp Khắc"],
  TR: ["Turkey"],
  KP: ["CHDCND Triều Tiên", "North Korea"],
  CI: ["Ivory Coast"],
  SA: ["Ả Rập Saudi"],
  AE: ["UAE"],
  VA: ["Vatican"],
  CH: ["Thụy Sỹ"],
  NL: ["Holland"],
  FR: ["Cộng hòa Pháp"],
  IN: ["Cộng hòa Ấn Độ"],
};

const names: ReadonlyMap<string, Bilingual> = new Map(
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [vi = "", en = ""] = line.slice(3).split("|");
      return [line.slice(0, 2), { vi, en }];
    }),
);

/** "bi" is Belgium before it is the code of Burundi: codes give way to names. */
const codes: ReadonlyMap<string, string> = new Map([
  ...[...names.keys()].map((code) => [foldedKey(code), code] as const),
  ...[...names].flatMap(([code, { vi, en }]) =>
    [vi, en, ...(otherNames[code] ?? [])].map((name) => [foldedKey(name), code] as const),
  ),
]);

/** Every code, in the order of the codes. */
export const countryCodes: readonly string[] = [...names.keys()];

/** The name of a country; the code itself where there is none. */
export function countryName(code: string, language: Language): string {
  return names.get(code)?.[language] ?? code;
}

/**
 * The code of a country by its code in capitals or one of its names in either language, accents or none; null when
 * unknown.
 */
export function countryCode(text: string): string | null {
  const written = text.trim();
  return names.has(written) ? written : (codes.get(foldedKey(written)) ?? null);
}
