"""The countries the practice service sends to, one row for each country or priced region."""

from dataclasses import dataclass
from decimal import Decimal

ANY_POSTCODE = "^.*$"
UK_POSTCODE = r"^(GIR ?0AA|[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2})$"
US_POSTCODE = r"^[0-9]{5}(-[0-9]{4})?$"

# Codes of regions are those the sandbox answered in 2026; they differ from the documents' table
# (Tenerife is `ES-TEN` and `ES-GC` the Canary Islands). Some regions stand before their country.
_ROWS = r"""
Northern Ireland          | GB | GBR | NIR    | UK      | 3.20  | ^.*$
Scottish Highlands and Islands | GB | GBR | HIGH | UK   | 4.10  | ^.*$
UK - Mainland             | GB | GBR |        | UK      | 0     | UK
Isle of Man               | GB | GBR | IOM    | UK      | 5.60  | ^.*$
Guernsey                  | GG | GGY |        | EUROPE  | 0     | ^[Gg][Yy][0-9]{1,2} ?[0-9][A-Za-z]{2}$
Jersey                    | JE | JEY |        | EUROPE  | 0     | ^[Jj][Ee][0-9]{1,2} ?[0-9][A-Za-z]{2}$
Ireland                   | IE | IRL |        | NEAR    | 0     | ^.*$
Austria                   | AT | AUT |        | EU      | 0     | ^[0-9]{4}$
Belgium                   | BE | BEL |        | NEAR    | 0     | ^[0-9]{4}$
Bulgaria                  | BG | BGR |        | EU      | 3.00  | ^[0-9]{4}$
Croatia                   | HR | HRV |        | EU      | 2.00  | ^[0-9]{5}$
Cyprus                    | CY | CYP |        | EU      | 6.00  | ^[0-9]{4}$
Czech Republic            | CZ | CZE |        | EU      | 0     | ^[0-9]{3} ?[0-9]{2}$
Denmark                   | DK | DNK |        | EU      | 0     | ^[0-9]{4}$
Estonia                   | EE | EST |        | EU      | 2.50  | ^[0-9]{5}$
Finland                   | FI | FIN |        | EU      | 2.50  | ^[0-9]{5}$
Corsica                   | FR | FRA | FR-COR | NEAR    | 6.50  | ^.*$
France                    | FR | FRA |        | NEAR    | 0     | ^[0-9]{5}$
Germany                   | DE | DEU |        | NEAR    | 0     | ^[0-9]{5}$
Greece                    | GR | GRC |        | EU      | 2.50  | ^[0-9]{3} ?[0-9]{2}$
Hungary                   | HU | HUN |        | EU      | 1.00  | ^[0-9]{4}$
Sicily                    | IT | ITA | IT-SI  | EU      | 7.20  | ^.*$
Sardinia                  | IT | ITA | IT-SA  | EU      | 7.20  | ^.*$
Italy (Mainland Only)     | IT | ITA |        | EU      | 0     | ^[0-9]{5}$
Latvia                    | LV | LVA |        | EU      | 2.50  | ^(LV-)?[0-9]{4}$
Lithuania                 | LT | LTU |        | EU      | 2.50  | ^(LT-)?[0-9]{5}$
Luxembourg                | LU | LUX |        | NEAR    | 0     | ^[0-9]{4}$
Malta                     | MT | MLT |        | EU      | 6.00  | ^.*$
Netherlands               | NL | NLD |        | NEAR    | 0     | ^[0-9]{4} ?[A-Za-z]{2}$
Poland                    | PL | POL |        | EU      | 0     | ^[0-9]{2}-?[0-9]{3}$
Madeira                   | PT | PRT | PT-30  | EU      | 14.00 | ^.*$
Azores                    | PT | PRT | PT-20  | EU      | 14.00 | ^.*$
Portugal (Mainland Only)  | PT | PRT |        | EU      | 0     | ^[0-9]{4}-[0-9]{3}$
Romania                   | RO | ROU |        | EU      | 3.00  | ^[0-9]{6}$
Slovakia                  | SK | SVK |        | EU      | 1.00  | ^[0-9]{3} ?[0-9]{2}$
Slovenia                  | SI | SVN |        | EU      | 1.00  | ^[0-9]{4}$
Tenerife                  | ES | ESP | ES-TEN | EU      | 15.75 | ^.*$
Gran Canaria              | ES | ESP | ES-GRC | EU      | 15.75 | ^.*$
Canary Islands            | ES | ESP | ES-GC  | EU      | 15.75 | ^.*$
Lanzarote                 | ES | ESP | ES-LZ  | EU      | 15.75 | ^.*$
Fuerteventura             | ES | ESP | ES-FU  | EU      | 15.75 | ^.*$
La Palma                  | ES | ESP | ES-LP  | EU      | 16.20 | ^.*$
La Gomera                 | ES | ESP | ES-LG  | EU      | 16.20 | ^.*$
El Hierro                 | ES | ESP | ES-EH  | EU      | 16.20 | ^.*$
Ceuta                     | ES | ESP | ES-CE  | EU      | 17.00 | ^.*$
Melilla                   | ES | ESP | ES-ML  | EU      | 17.00 | ^.*$
Spain (Mainland Only)     | ES | ESP |        | EU      | 0     | ^[0-9]{5}$
Sweden                    | SE | SWE |        | EU      | 1.50  | ^[0-9]{3} ?[0-9]{2}$
Andorra                   | AD | AND |        | EUROPE  | 0     | ^(AD)?[0-9]{3}$
Gibraltar                 | GI | GIB |        | EUROPE  | 3.00  | ^.*$
Iceland                   | IS | ISL |        | EUROPE  | 4.00  | ^[0-9]{3}$
Norway                    | NO | NOR |        | EUROPE  | 0     | ^[0-9]{4}$
Switzerland               | CH | CHE |        | EUROPE  | 0     | ^[0-9]{4}$
Turkey                    | TR | TUR |        | EUROPE  | 2.00  | ^[0-9]{5}$
Ukraine                   | UA | UKR |        | EUROPE  | 5.00  | ^[0-9]{5}$
Canada                    | CA | CAN |        | AMERICA | 1.00  | ^[A-Za-z][0-9][A-Za-z] ?[0-9][A-Za-z][0-9]$
Mexico                    | MX | MEX |        | AMERICA | 6.00  | ^[0-9]{5}$
USA                       | US | USA |        | AMERICA | 0     | US
Argentina                 | AR | ARG |        | WORLD   | 6.00  | ^.*$
Australia                 | AU | AUS |        | WORLD   | 0     | ^[0-9]{4}$
Bonaire                   | BQ | BES | BQ-BO  | WORLD   | 9.00  | -
St. Eustatius             | BQ | BES | BQ-SE  | WORLD   | 9.00  | -
Brazil                    | BR | BRA |        | WORLD   | 5.00  | ^[0-9]{5}-?[0-9]{3}$
China                     | CN | CHN |        | WORLD   | 0     | ^[0-9]{6}$
Hong Kong                 | HK | HKG |        | WORLD   | 0     | -
India                     | IN | IND |        | WORLD   | 1.00  | ^[0-9]{6}$
Israel                    | IL | ISR |        | WORLD   | 2.00  | ^[0-9]{5,7}$
Japan                     | JP | JPN |        | WORLD   | 0     | ^[0-9]{3}-?[0-9]{4}$
Kenya                     | KE | KEN |        | WORLD   | 4.00  | ^[0-9]{5}$
Malaysia                  | MY | MYS |        | WORLD   | 0     | ^[0-9]{5}$
New Zealand               | NZ | NZL |        | WORLD   | 1.00  | ^[0-9]{4}$
Nigeria                   | NG | NGA |        | WORLD   | 5.00  | ^[0-9]{6}$
Ascension                 | SH | SHN | SH-AC  | WORLD   | 12.00 | -
Saint Helena              | SH | SHN | SH-HL  | WORLD   | 12.00 | -
Tristan da Cunha          | SH | SHN | SH-TA  | WORLD   | 12.00 | -
Saudi Arabia              | SA | SAU |        | WORLD   | 2.00  | ^.*$
Singapore                 | SG | SGP |        | WORLD   | 0     | ^[0-9]{6}$
South Africa              | ZA | ZAF |        | WORLD   | 3.00  | ^[0-9]{4}$
South Korea               | KR | KOR |        | WORLD   | 1.00  | ^[0-9]{5}$
Thailand                  | TH | THA |        | WORLD   | 1.00  | ^[0-9]{5}$
United Arab Emirates      | AE | ARE |        | WORLD   | 1.00  | -
"""  # noqa: E501 — a table is read across


@dataclass(frozen=True)
class Country:
    """A country or a region of one; `zone` and `surcharge` (pounds a parcel) set its price."""

    name: str
    iso2: str
    iso3: str
    subdivision: str | None
    zone: str
    surcharge: Decimal
    postcode_regex: str | None

    @property
    def requires_customs(self) -> bool:
        """True for everything outside GBR, EU countries included, as was observed."""
        return self.iso3 != "GBR"


def _country(line: str) -> Country:
    name, iso2, iso3, region, zone, surcharge, regex = (cell.strip() for cell in line.split("|", 6))
    regex = {"UK": UK_POSTCODE, "US": US_POSTCODE}.get(regex, regex)
    shown = None if regex == "-" else regex
    return Country(name, iso2, iso3, region or None, zone, Decimal(surcharge), shown)


ROWS = tuple(_country(line) for line in _ROWS.strip().splitlines())


def find_country(iso3: str, subdivision: str = "") -> Country | None:
    """Find the row of a country or region; casing does not matter."""
    iso3, region = iso3.strip().upper(), subdivision.strip().upper() or None
    for row in ROWS:
        if row.iso3 == iso3 and row.subdivision == region:
            return row
    return None
