import type { PersonalKind } from './finding.js';

/** What stands in the place of personal data, in the language of the text. */
const LABELS: Readonly<Record<string, Readonly<Record<PersonalKind, string>>>> = {
  nl: {
    email: 'e-mailadres',
    iban: 'rekeningnummer',
    phone: 'telefoonnummer',
    address: 'adres',
    name: 'naam',
    customerNumber: 'klantnummer',
    orderNumber: 'bestelnummer',
    invoiceNumber: 'factuurnummer',
    citizenNumber: 'burgerservicenummer',
    longNumber: 'nummer',
    birthDate: 'geboortedatum',
    documentNumber: 'documentnummer',
    numberPlate: 'kenteken',
    ipAddress: 'IP-adres',
    macAddress: 'MAC-adres',
    password: 'wachtwoord',
    username: 'gebruikersnaam',
  },
  en: {
    email: 'e-mail address',
    iban: 'bank account number',
    phone: 'phone number',
    address: 'address',
    name: 'name',
    customerNumber: 'customer number',
    orderNumber: 'order number',
    invoiceNumber: 'invoice number',
    citizenNumber: 'citizen service number',
    longNumber: 'number',
    birthDate: 'date of birth',
    documentNumber: 'document number',
    numberPlate: 'number plate',
    ipAddress: 'IP address',
    macAddress: 'MAC address',
    password: 'password',
    username: 'user name',
  },
  de: {
    email: 'E-Mail-Adresse',
    iban: 'Kontonummer',
    phone: 'Telefonnummer',
    address: 'Adresse',
    name: 'Name',
    customerNumber: 'Kundennummer',
    orderNumber: 'Bestellnummer',
    invoiceNumber: 'Rechnungsnummer',
    citizenNumber: 'Personennummer',
    longNumber: 'Nummer',
    birthDate: 'Geburtsdatum',
    documentNumber: 'Ausweisnummer',
    numberPlate: 'Kennzeichen',
    ipAddress: 'IP-Adresse',
    macAddress: 'MAC-Adresse',
    password: 'Passwort',
    username: 'Benutzername',
  },
  fr: {
    email: 'adresse e-mail',
    iban: 'numéro de compte',
    phone: 'numéro de téléphone',
    address: 'adresse',
    name: 'nom',
    customerNumber: 'numéro client',
    orderNumber: 'numéro de commande',
    invoiceNumber: 'numéro de facture',
    citizenNumber: "numéro d'identité",
    longNumber: 'numéro',
    birthDate: 'date de naissance',
    documentNumber: 'numéro de document',
    numberPlate: 'plaque',
    ipAddress: 'adresse IP',
    macAddress: 'adresse MAC',
    password: 'mot de passe',
    username: "nom d'utilisateur",
  },
};

/** The words for a kind in square brackets; English where the language has no table. */
export function labelFor(kind: PersonalKind, language: string): string {
  return `[${(LABELS[language] ?? LABELS.en)?.[kind] ?? kind}]`;
}

const LABEL = new RegExp(
  `\\[(?:${[...new Set(Object.values(LABELS).flatMap((labels) => Object.values(labels)))].join('|')})\\]`,
  'iu',
);

/** Whether a text holds a word in the place of personal data. */
export function hasLabel(text: string): boolean {
  return LABEL.test(text);
}
