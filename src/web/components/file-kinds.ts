/** The kinds of files that can be read, as an `accept` of a file input. */
export const kindsOfFiles =
  ".docx,.docm,.doc,.rtf,.odt,.pdf,.jpg,.jpeg,.png,.tif,.tiff,.xlsx,.xls,.ods,.html,.htm,.mht,.txt";
