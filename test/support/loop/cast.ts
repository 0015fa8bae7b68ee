/** The team of the shipped `webcare.yml`: Anna and Els may approve, Carla is a trainee, Dirk sees figures only. */
export const ANNA = 'anna.de.boer@over-gemeenten.example';
export const BRAM = 'bram.kok@over-gemeenten.example';
export const CARLA = 'carla.visser@over-gemeenten.example';
export const ELS = 'els.prins@over-gemeenten.example';
export const DIRK = 'dirk.mol@over-gemeenten.example';

/** Of Communicatie, in no team in Teams: only in a chat of their own. */
export const GIJS = 'gijs.smit@over-gemeenten.example';

/** In the team in Teams, and not in `webcare.yml`. */
export const GERDA = 'gerda.vreemd@over-gemeenten.example';
