import { settings } from './settings.data.ts';
import type { EditionId } from './terms.ts';

export type SettingName = keyof typeof settings;
export type SettingValue<Name extends SettingName> = (typeof settings)[Name]['values'][EditionId];

/**
 * Our working answer under this edition. The own choice of an office or a council, where the scope allows one, stands in the act that
 * made it.
 */
export const setting = <Name extends SettingName>(name: Name, edition: { readonly id: EditionId }): SettingValue<Name> =>
  settings[name].values[edition.id];

/** Own answers of provinces (for the centre: of the ministry) that are on record, by unit; an act that follows one keeps it. */
export const choicesOf = <Name extends SettingName>(name: Name): (typeof settings)[Name]['byUnit'] => settings[name].byUnit;
