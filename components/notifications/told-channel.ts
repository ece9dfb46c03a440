/** Name of the channel on which tabs of a browser tell each other how much their reader is told of (ToldCounts). */
export const toldChannel = (userId: string): string => `sayso-told:${userId}`;
