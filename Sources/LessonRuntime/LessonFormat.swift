/// The lesson format in words, for people: a page of this target's documentation.
public enum LessonFormat {
  /// The page, in Markdown.
  ///
  /// It is the file `LessonRuntime.docc/Lesson-Format.md`, built into the program, so that the program can show it
  /// wherever it is installed. Tests run its examples.
  public static var page: String { String(decoding: PackageResources.Lesson_Format_md, as: UTF8.self) }
}
