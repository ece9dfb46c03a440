import { AnnotatedFormatError } from "./annotated-format";

/** No format of annotated data knows the files; they may be articles. */
export class UnknownFormatError extends AnnotatedFormatError {
  override name = "UnknownFormatError";

  constructor() {
    super(
      "No format that Sayso reads annotated data from knows these files. Name theirs if it is one of them; of a table of statements you can then say what its columns hold.",
    );
  }
}
