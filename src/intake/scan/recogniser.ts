/** Reads letters off pictures. Which program does it is told by what is given to the reading. */
export interface Recogniser {
  /**
   * Reads each page of an uncompressed TIFF file (`pictures` of them) as one block of Vietnamese text and gives the
   * words as hOCR. Throws when the program fails.
   */
  readonly recognise: (tiff: Uint8Array, pictures: number) => Promise<string>;
  /** How many pages can be read at a time. */
  readonly atATime: number;
}
