import Diagnostics
import LessonRuntime

/// What `--variant` asks for: the numbers that are drawn from the names of a lesson and of the variant.
struct Variant {
  /// The variant's name.
  let name: String

  /// The longest name, in bytes.
  private static let longest = 200

  /// Reads the value of `--variant`; blanks at its ends mean nothing.
  init(_ text: String) throws(Failure) {
    let name = text.split(separator: " ").joined(separator: " ")
    guard !name.isEmpty else {
      throw .usage("`--variant` takes a whole number or any text", hint: "--variant 17")
    }
    guard name.utf8.count <= Self.longest, !name.unicodeScalars.contains(where: \.properties.isControl) else {
      throw .usage(
        "the name of a variant is one line of at most \(Self.longest) bytes", hint: "--variant 17")
    }
    self.name = name
  }

  /// The numbers of the variant of `lesson`.
  func numbers(
    for lesson: Lesson, called lessonName: String, _ call: CommandCall
  ) throws(Failure) -> [RunOptions.Setting] {
    guard lesson.hasVariants else { throw Variant.none(of: lessonName) }
    var watch = RunWatch()
    watch.isCancelled = call.invocation.isInterrupted
    call.timing.begin(.running)
    defer { call.timing.end(.running) }
    switch lesson.numbers(ofVariant: name, watch: watch) {
    case .drawn(let settings): return settings
    case .cancelled: throw Failure(.interrupted, "stopped in `\(lessonName)`")
    case .refused(let diagnostic):
      throw Failure([diagnostic], in: lesson.file) ?? Failure(.failure, diagnostic.message)
    }
  }

  /// That there is nothing to be drawn.
  static func none(of lessonName: String) -> Failure {
    .usage(
      "`\(lessonName)` has no variants: it has no number to draw",
      hint: "a `vary` cell says what is drawn; without one it is the typed inputs and params")
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isControl: Bool { generalCategory == .control }
}
