/** Pixels that plots of progress take, kept free until they are drawn. */
export const DAYS_HEIGHT = 150;
export const AXIS_HEIGHT = 24;
/** Of one person's bar with the space around it. */
export const PERSON_HEIGHT = 26;
